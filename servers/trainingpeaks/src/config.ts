import type { SettingSpec } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';

/** What a user may set that is not a secret. */
export interface Settings {
  readonly baseUrl: string | undefined;
}

export const settings: Readonly<Record<keyof Settings, SettingSpec>> = {
  baseUrl: {
    flag: 'base-url',
    env: 'TRAININGPEAKS_BASE_URL',
    description: 'Another address of the service, for a sandbox on this machine',
    schema: z.optional(z.string()),
  },
};
