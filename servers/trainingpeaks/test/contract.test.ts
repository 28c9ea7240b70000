import { join } from 'node:path';
import { catalogueSuite, contractSuite, folderSuite } from '@core/mcp-kit/testing';
import { sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';

const server = join(import.meta.dirname, '..');

contractSuite(provider, { platform: sandboxPlatform });
folderSuite(provider, join(server, 'src/tools'));
catalogueSuite(provider, join(server, 'catalogue'));
