import { runCli } from '../src/cli/run-cli.ts';
import { toyProvider } from './toy-provider.ts';

await runCli(toyProvider);
