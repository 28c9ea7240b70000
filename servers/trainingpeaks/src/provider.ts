import { defineProvider } from '@core/mcp-kit';
import { type WithCoachStore, withCoachStore } from '@core/training-tools';
import manifest from '../package.json' with { type: 'json' };
import { browserFinder } from './browser/finder.ts';
import { connectAccount } from './client/account.ts';
import type { TrainingPeaksPort } from './client/index.ts';
import { type Settings, settings } from './config.ts';
import { demo } from './demo.ts';
import { toAthletes } from './domain/identity/athlete.ts';
import { toFacts } from './domain/identity/facts.ts';
import { instructions } from './instructions.ts';
import { prompts } from './prompts/index.ts';
import { resources } from './resources/index.ts';
import { tools } from './tools/index.ts';
import { commands, shared } from './training/index.ts';

/** The server's table of contents. */
export const provider = defineProvider<TrainingPeaksPort & WithCoachStore, Settings>({
  id: 'trainingpeaks',
  prefix: 'tp',
  platform: 'TrainingPeaks',
  packageName: '@scope/trainingpeaks-mcp',
  bin: 'trainingpeaks-mcp',
  version: manifest.version,
  websiteUrl: 'https://www.trainingpeaks.com',
  credentials: [
    {
      name: 'auth_cookie',
      title: 'Login cookie',
      env: 'TP_AUTH_COOKIE',
      where:
        'Sign in on app.trainingpeaks.com, open the developer tools (F12), Application or Storage, Cookies, and copy the value of Production_tpAuth',
      finder: browserFinder,
    },
  ],
  settings,
  tools: [...tools, ...shared],
  apartToolsets: ['coach'],
  commands,
  defaultToolsets: ['athlete', 'calendar', 'fitness', 'training', 'workouts'],
  resources,
  prompts,
  instructions,
  connect: (options) =>
    withCoachStore(connectAccount(options, { version: manifest.version, toAthletes, toFacts }), options),
  demo,
});
