#!/usr/bin/env node
import { processHost, runCli } from '@core/mcp-kit/cli';
import { withAliases } from './aliases.ts';
import { keepYoungSpaceSmall } from './memory.ts';
import { provider } from './provider.ts';

keepYoungSpaceSmall();
await runCli(provider, withAliases(processHost()));
