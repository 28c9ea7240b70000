import type { CredentialStore, Redactor } from '@core/secrets';
import type { Logger } from '../log/logger.ts';
import type { Translate } from '../server/in-language.ts';
import type { CliHost } from './host.ts';
import type { AnyProvider } from './option-table.ts';
import type { Config } from './resolve.ts';
import type { Style } from './terminal/style.ts';

/** What a command works with. */
export interface CommandContext {
  readonly provider: AnyProvider;
  readonly host: CliHost;
  readonly config: Config;
  /** What follows the command on the command line. */
  readonly operands: readonly string[];
  readonly configPath: string;
  /** Where this server keeps data of its own. */
  readonly stateFolder: string;
  readonly store: CredentialStore;
  readonly redactor: Redactor;
  readonly log: Logger;
  /** Styles of standard output and of standard error. */
  readonly style: Style;
  readonly errorStyle: Style;
  /** Our own words in the person's language, sentence by sentence; what it does not know it gives back. */
  readonly say: Translate;
  /** Writes a block of text and a line end to standard output, redacted. */
  readonly print: (text: string) => void;
  /** The same on standard error. */
  readonly tell: (text: string) => void;
}

export interface Command {
  readonly name: string;
  /** Operands as `--help` shows them. */
  readonly operands?: string;
  readonly summary: string;
  /** Gives the exit code. Loaded only when the command runs, so that serving starts fast. */
  readonly load: () => Promise<(context: CommandContext) => Promise<number>>;
}
