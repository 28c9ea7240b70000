export { processHost } from './config.ts';
export { exitCodes } from './exit-codes.ts';
export type { CliHost } from './host.ts';
export { runCli } from './run-cli.ts';
