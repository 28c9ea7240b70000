import { defineProvider } from '@core/mcp-kit';
import { type WithCoachStore, withCoachStore } from '@core/training-tools';
import manifest from '../package.json' with { type: 'json' };
import { connectAccount } from './client/account.ts';
import type { IntervalsPort } from './client/index.ts';
import { type Settings, settings } from './config.ts';
import { demo } from './demo.ts';
import { toAthlete } from './domain/athlete/athlete.ts';
import { instructions } from './instructions.ts';
import { prompts } from './prompts/index.ts';
import { resources } from './resources/index.ts';
import { tools } from './tools/index.ts';
import { commands, shared } from './training/index.ts';
import { readDelivery } from './webhook.ts';

/** The server's table of contents. */
export const provider = defineProvider<IntervalsPort & WithCoachStore, Settings>({
  id: 'intervals',
  prefix: 'icu',
  platform: 'Intervals.icu',
  packageName: '@scope/intervals-mcp',
  bin: 'intervals-mcp',
  version: manifest.version,
  websiteUrl: 'https://intervals.icu',
  credentials: [
    {
      name: 'api_key',
      title: 'API key',
      env: 'INTERVALS_API_KEY',
      where: 'On intervals.icu under Settings, Developer Settings, API key',
    },
    {
      name: 'access_token',
      title: 'OAuth access token',
      env: 'INTERVALS_ACCESS_TOKEN',
      where: 'What your registered app received for this athlete; it sees that athlete only and replaces the API key',
      optional: true,
    },
    {
      name: 'webhook_secret',
      title: 'webhook secret',
      env: 'INTERVALS_WEBHOOK_SECRET',
      where: 'On intervals.icu under Settings, Manage App; deliveries go to /webhook of `serve --http`',
      optional: true,
    },
  ],
  settings,
  tools: [...tools, ...shared],
  apartToolsets: ['coach'],
  commands,
  defaultToolsets: ['activities', 'athlete', 'calendar', 'fitness', 'training'],
  resources,
  prompts,
  instructions,
  connect: (options) => withCoachStore(connectAccount(options, { version: manifest.version, toAthlete }), options),
  demo,
  webhook: { credential: 'webhook_secret', read: readDelivery },
});
