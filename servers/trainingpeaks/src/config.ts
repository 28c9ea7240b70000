import type { SettingSpec } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';

/** What a user may set that is not a secret. */
export interface Settings {
  readonly baseUrl: string | undefined;
  readonly allowBaseUrl: boolean;
}

const yesNo = z.preprocess(
  (value) => (value === undefined ? false : value === true || value === 'true' || value === '1' || value === ''),
  z.boolean(),
);

export const settings: Readonly<Record<keyof Settings, SettingSpec>> = {
  baseUrl: {
    flag: 'base-url',
    env: 'TP_BASE_URL',
    description: 'Another address instead of both hosts of TrainingPeaks, for a sandbox: http://127.0.0.1:4010',
    schema: z.optional(z.string()),
  },
  allowBaseUrl: {
    flag: 'allow-base-url',
    env: 'TP_ALLOW_BASE_URL',
    description: 'Allow --base-url to name a host that is not this machine; it receives the login',
    schema: yesNo,
  },
};
