import { join } from 'node:path';
import { toolFolderSuite } from '@core/mcp-kit/testing';
import { sharedTools } from '../src/index.ts';

toolFolderSuite('@core/training-tools', sharedTools, join(import.meta.dirname, '../src/tools'));
