import { fileURLToPath } from 'node:url';
import { contractSuite, folderSuite } from '@core/mcp-kit/testing';
import { sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';

contractSuite(provider, { platform: () => sandboxPlatform() });
folderSuite(provider, fileURLToPath(new URL('../src/tools', import.meta.url)));
