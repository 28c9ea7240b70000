import type { SettingSpec } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { RegionId } from './client/regions.ts';
import type { SigningMode } from './client/signing/mode.ts';
import { type Language, languageOf, systemLanguage } from './language/language.ts';

/** What a user may set that is not a secret. */
export interface Settings {
  readonly region: RegionId;
  readonly baseUrl: string | undefined;
  readonly allowBaseUrl: boolean;
  readonly signing: SigningMode;
  readonly signingModule: string | undefined;
  readonly appVersion: string | undefined;
  readonly caFile: string | undefined;
  readonly cacheDir: string | undefined;
  /** W; counts instead of what the profile says. */
  readonly ftp: number | undefined;
  /** bpm; likewise. */
  readonly lthr: number | undefined;
  /** Language of notes and labels; what the model reads to choose tools stays English. */
  readonly lang: Language;
}

const optionalText = z.preprocess((value) => (value === '' ? undefined : value), z.optional(z.string()));

/** A whole number in a range that a person can have; empty is "not set". */
const optionalWhole = (least: number, most: number, form: string) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? undefined : Number(value)),
    z.optional(z.number(form).refine((value) => Number.isInteger(value) && value >= least && value <= most, form)),
  );

const yesNo = z.preprocess(
  (value) => (value === undefined ? false : value === true || value === 'true' || value === '1' || value === ''),
  z.boolean(),
);

export const settings: Readonly<Record<keyof Settings, SettingSpec>> = {
  region: {
    flag: 'region',
    env: 'IGPSPORT_REGION',
    description: 'Where the account lives: cn (default) or intl. Accounts of the two are separate',
    schema: z.preprocess((value) => value ?? 'cn', z.enum(['cn', 'intl'], 'use cn or intl')),
  },
  baseUrl: {
    flag: 'base-url',
    env: 'IGPSPORT_API_BASE',
    description: 'Another address of the service, for a sandbox: http://127.0.0.1:4020',
    schema: optionalText,
  },
  allowBaseUrl: {
    flag: 'allow-base-url',
    env: 'IGPSPORT_ALLOW_API_BASE',
    description: 'Allow --base-url to name a host that is not this machine; it receives the login',
    schema: yesNo,
  },
  signing: {
    flag: 'signing',
    env: 'IGPSPORT_SIGNING',
    description: "China only: auto (default), off, module (the web app's own signing code), key (IGPSPORT_SIGNING_KEY)",
    schema: z.preprocess(
      (value) => value ?? 'auto',
      z.enum(['auto', 'off', 'module', 'key'], 'use auto, off, module or key'),
    ),
  },
  signingModule: {
    flag: 'signing-module',
    env: 'IGPSPORT_SIGNING_MODULE_SHA256',
    description: 'SHA-256 of a newer signing module that you trust, 64 hexadecimal digits',
    schema: optionalText,
  },
  appVersion: {
    flag: 'app-version',
    env: 'IGPSPORT_APP_VERSION',
    description: 'Version of the web app to send along, such as 8.07.08',
    schema: optionalText,
  },
  caFile: {
    flag: 'ca-file',
    env: 'IGPSPORT_CA_FILE',
    description: 'PEM file with certificates to trust besides the usual ones',
    schema: optionalText,
  },
  cacheDir: {
    flag: 'cache-dir',
    env: 'IGPSPORT_CACHE_DIR',
    description: 'Folder for downloaded rides',
    schema: optionalText,
  },
  ftp: {
    flag: 'ftp',
    env: 'IGPSPORT_FTP',
    description: 'FTP in watts, instead of the one in the iGPSport profile: 250',
    schema: optionalWhole(30, 700, 'must be whole watts from 30 to 700, such as 250'),
  },
  lthr: {
    flag: 'lthr',
    env: 'IGPSPORT_LTHR',
    description: 'Threshold heart rate in bpm, instead of the one in the iGPSport profile: 165',
    schema: optionalWhole(60, 230, 'must be whole beats from 60 to 230, such as 165'),
  },
  lang: {
    flag: 'lang',
    env: 'IGPSPORT_LANG',
    description: 'Language of notes and labels: zh or en (default: that of the system)',
    schema: z.preprocess(
      (value) => (value === undefined || value === '' ? systemLanguage() : languageOf(String(value))),
      z.enum(['zh', 'en'], 'use zh or en'),
    ),
  },
};
