#!/usr/bin/env node
import { processHost, runCli } from '@core/mcp-kit/cli';
import { withAliases } from './aliases.ts';
import { provider } from './provider.ts';

await runCli(provider, withAliases(processHost()));
