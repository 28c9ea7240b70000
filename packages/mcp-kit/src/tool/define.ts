import type * as z from 'zod';
import type { FileUse } from '../files/files.ts';
import type { CallContext } from '../server/call-context.ts';
import type { Effect } from './effect.ts';

/** How a tool relates to athletes: `one` takes `athlete` and answers for that person; `none` is about the account or the server. */
export type AthleteScope = 'one' | 'none';

export interface Paging {
  /** Rows a page when the caller does not say. */
  readonly limit: number;
  /** Most rows a page. */
  readonly max: number;
}

/** Where a tool comes from that is written once for several servers. */
export interface SharedOrigin {
  /** The package whose `src/tools` holds its file. */
  readonly from: string;
  /** What it is called there, without a prefix. */
  readonly name: string;
}

/**
 * A tool as data plus one function. `Port` is the provider's client as the tool sees it.
 *
 * The handler has no try/catch: it returns data that fits `output`, or throws a `Failure`. A handler that writes awaits
 * `ctx.confirm(change)` before its first write; the HTTP client refuses a write before that.
 */
export interface ToolSpec<Port, Name extends string, In extends z.ZodObject, Out extends z.ZodObject> {
  readonly name: Name;
  readonly title: string;
  /** The folder the file lies in. */
  readonly toolset: string;
  readonly effect: Effect;
  /** Default `one`. */
  readonly athleteScope?: AthleteScope;
  /**
   * Set when `output` is a table (`rowsShape`) whose rows the kit pages: it adds `limit` and `cursor`, cuts to the answer
   * budget, and writes `total`, `left_out` and the exact next call. The handler returns every row that matches.
   */
  readonly paged?: Paging;
  /** Fields or columns of `output` that hold text other people wrote; the answer names them as data, not instructions. */
  readonly userText?: readonly string[];
  /** Set for a write that touches several objects at once: it always asks, whatever `REVIEW` says. */
  readonly bulk?: boolean;
  /** Set for a write that changes this machine and nothing upstream, such as the login that is stored here. */
  readonly onlyHere?: boolean;
  /** Set for a tool that a server mounts from a package: it has no file of its own there. */
  readonly shared?: SharedOrigin;
  /**
   * Set for a tool that reads a file of the user (`in`: its input has `file`, the name that goes to `ctx.files.read`) or
   * hands one out (`out`: its output carries what `ctx.files.save` returns, see `fileShape`).
   */
  readonly files?: FileUse;
  /** What sets this tool apart, which sibling to use instead, surprising limits. At most 700 characters. */
  readonly description: string;
  readonly input: In;
  readonly output: Out;
  /** Calls that work against the sandbox; parsed, run and rendered into the documentation. */
  readonly examples: readonly [z.input<In>, ...z.input<In>[]];
  readonly handler: (ctx: CallContext<Port>, input: z.output<In>) => Promise<z.input<Out>>;
  /** Compact text that is complete on its own; without it the structured answer is rendered by the kit. */
  readonly text?: (output: z.output<Out>) => string;
}

/** A tool with its types erased, as the dispatcher holds it. */
export interface Tool<Port = unknown> {
  readonly name: string;
  readonly title: string;
  readonly toolset: string;
  readonly effect: Effect;
  readonly athleteScope: AthleteScope;
  readonly paged: Paging | undefined;
  readonly userText: readonly string[];
  readonly bulk: boolean;
  readonly onlyHere: boolean;
  readonly shared: SharedOrigin | undefined;
  readonly files: FileUse | undefined;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  readonly examples: readonly Readonly<Record<string, unknown>>[];
  readonly handler: (ctx: CallContext<Port>, input: Record<string, unknown>) => Promise<Record<string, unknown>>;
  readonly text: ((output: Record<string, unknown>) => string) | undefined;
}

/**
 * The `defineTool` of one provider: `toolsFor<Port>()('icu')`. A name without the prefix is a type error.
 * The port's type is given first and the prefix inferred, because TypeScript infers either all type arguments or none.
 */
export function toolsFor<Port>() {
  return <const Prefix extends string>(_prefix: Prefix) =>
    <const Name extends `${Prefix}_${string}`, In extends z.ZodObject, Out extends z.ZodObject>(
      spec: ToolSpec<Port, Name, In, Out>,
    ): Tool<Port> =>
      Object.freeze({
        athleteScope: 'one',
        bulk: false,
        onlyHere: false,
        shared: undefined,
        files: undefined,
        paged: undefined,
        userText: [],
        text: undefined,
        ...spec,
      } as unknown as Tool<Port>);
}
