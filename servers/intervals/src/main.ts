#!/usr/bin/env node
import { runCli } from '@core/mcp-kit';
import { provider } from './provider.ts';

await runCli(provider);
