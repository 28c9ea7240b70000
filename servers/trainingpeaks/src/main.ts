#!/usr/bin/env node
import { runCli } from '@core/mcp-kit/cli';
import { provider } from './provider.ts';

await runCli(provider);
