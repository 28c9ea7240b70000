import { join } from 'node:path';
import { catalogueSuite, contractSuite, folderSuite } from '@core/mcp-kit/testing';
import { OWN_ID, rememberPeople } from '../sandbox/index.ts';
import { sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';
import { testDesk } from './login-desk.ts';

const people = rememberPeople();
const server = join(import.meta.dirname, '..');

contractSuite(provider, {
  // A coach, so that every example has somebody to be about.
  platform: () => ({
    ...sandboxPlatform({ people, account: 'coach' }),
    login: testDesk({ id: String(OWN_ID), name: 'Maja' }).desk,
  }),
  readPosts: [/\/reporting\/performancedata\//, /\/workout-analysis\//, /\/calculate\//],
});
folderSuite(provider, join(server, 'src/tools'));
catalogueSuite(provider, join(server, 'catalogue'));
