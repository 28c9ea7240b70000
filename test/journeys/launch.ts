import { processHost, runCli } from '../../packages/mcp-kit/src/cli/index.ts';
import type { ServerName } from './journey.ts';
import { frozen, providers } from './servers.ts';

// `node launch.ts <server> -- <options>`: the program as it is, but its `--demo` is the emulator with a frozen clock.
const dashes = process.argv.indexOf('--');
const server = process.argv[2] as ServerName;
const { fetch, now, credentials } = frozen(server);
const settings: Record<string, string> = server === 'igpsport' ? { region: 'cn', 'cache-dir': ':memory:' } : {};
const provider = { ...providers[server], demo: async () => ({ fetch, now, credentials, settings }) };
await runCli(provider, { ...processHost(), argv: process.argv.slice(dashes + 1) });
