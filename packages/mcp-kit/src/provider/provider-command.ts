import type { CallContext } from '../server/call-context.ts';

/** An option of one command, text or a switch. */
export interface ProviderOption {
  /** Without dashes. */
  readonly flag: string;
  readonly kind: 'switch' | 'text';
  readonly description: string;
  /** What stands for the value in `--help`. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly default?: string;
  /** What the option means without a value: `--week` alone. */
  readonly bare?: string;
}

/** What a command of a provider works with. */
export interface CommandWork<Port> {
  /** As of a tool that reads: the account's owner, and nothing may be written to the platform. */
  readonly ctx: CallContext<Port>;
  /** What follows the command. */
  readonly operands: readonly string[];
  /** An option as given, else its default. */
  readonly option: (flag: string) => string | undefined;
  /** What paths are relative to. */
  readonly cwd: string;
  /** Writes a block of text to standard output. */
  readonly print: (text: string) => void;
  /** The same on standard error, for what is not the result. */
  readonly tell: (text: string) => void;
  /** Asks a person; `--yes` has said so already. @throws UsageError without a terminal. */
  readonly agrees: (question: string) => Promise<boolean>;
}

/** Something that a provider does from the command line besides serving. */
export interface ProviderCommand<Port> {
  readonly name: string;
  /** Operands as `--help` shows them. */
  readonly operands?: string;
  readonly summary: string;
  readonly options?: readonly ProviderOption[];
  /** Set for a command that asks: `--yes` answers it. */
  readonly asks?: boolean;
  /** Loaded only when it runs. @returns whether it did what was asked. */
  readonly load: () => Promise<(work: CommandWork<Port>) => Promise<boolean>>;
}
