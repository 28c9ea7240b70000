import type { SettingSpec } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';

/** What a user may set that is not a secret. */
export interface Settings {
  readonly baseUrl: string | undefined;
  readonly allowBaseUrl: boolean;
  /** Of every answer. The account has a preference too, but what its codes mean was never published. */
  readonly units: 'metric' | 'imperial';
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
  units: {
    flag: 'units',
    env: 'TP_UNITS',
    description: 'metric (default) or imperial: miles, feet, pounds in every answer',
    schema: z.preprocess(
      (value) => (value === undefined || value === '' ? 'metric' : value),
      z.enum(['metric', 'imperial']),
    ),
  },
};
