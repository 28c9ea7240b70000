import { join } from 'node:path';
import { catalogueSuite, contractSuite, folderSuite } from '@core/mcp-kit/testing';
import { rememberPeople } from '../sandbox/index.ts';
import { sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';

const people = rememberPeople();

const server = join(import.meta.dirname, '..');

contractSuite(provider, { platform: () => sandboxPlatform({ people }), readPosts: [/\/auth\/account\/login$/] });
folderSuite(provider, join(server, 'src/tools'));
catalogueSuite(provider, join(server, 'catalogue'));
