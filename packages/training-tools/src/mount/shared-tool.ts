import type { CallContext, Effect, ToolSpec } from '@core/mcp-kit';
import type * as z from '@core/mcp-kit/schema';
import type { PortName, TrainingPorts } from '../ports/index.ts';

/** The kit's context with the provider's ports instead of its client. */
export interface TrainingContext<Needs extends PortName = never, Uses extends PortName = never>
  extends Omit<CallContext<never>, 'port'> {
  readonly ports: Pick<TrainingPorts, Needs> & Partial<Pick<TrainingPorts, Uses>>;
  /** The platform as people know it. */
  readonly platform: string;
  /** A call to name as the next one, under this server's name for the tool; `undefined` where it has no such tool. */
  readonly call: (tool: string, args: Readonly<Record<string, unknown>>) => string | undefined;
}

/** Ids of a provider's sandbox for the examples of shared tools, which run against it. */
export interface Samples {
  /** An activity that was planned step by step. */
  readonly activityId: string;
  /** Others of the same sport. */
  readonly otherIds: readonly [string, ...string[]];
  /** A thread that the account's owner may write to; the comments on `activityId` without it. */
  readonly thread?: { readonly id: string; readonly where: 'chat' | 'activity' | 'session' | 'note' };
  /** A recording of `activityId` in the sandbox's files folder. */
  readonly file?: string;
  /** A workout of the coach's library with steps. */
  readonly libraryWorkoutId?: string;
}

type Examples<Call> = readonly [Call, ...Call[]];

type KitParts =
  | 'title'
  | 'toolset'
  | 'athleteScope'
  | 'paged'
  | 'userText'
  | 'bulk'
  | 'onlyHere'
  | 'files'
  | 'input'
  | 'output'
  | 'text';

/** A tool written once for every provider. */
export interface SharedToolSpec<
  Needs extends PortName,
  Uses extends PortName,
  In extends z.ZodObject,
  Out extends z.ZodObject,
> extends Pick<ToolSpec<never, string, In, Out>, KitParts> {
  /** Without prefix: `get_today`. */
  readonly name: string;
  readonly effect: Effect;
  /** Ports without which it is not registered. */
  readonly needs: readonly Needs[];
  /** Ports that make the answer fuller where the provider has them. */
  readonly uses?: readonly Uses[];
  /**
   * As the kit's, a sibling as `{find_similar}`: it becomes the server's name for it, and a sentence about a tool that the
   * server lacks is left out.
   */
  readonly description: string;
  /** Calls that work against every sandbox, or that need ids of it. */
  readonly examples: Examples<z.input<In>> | ((samples: Samples) => Examples<z.input<In>>);
  readonly handler: (ctx: TrainingContext<Needs, Uses>, input: z.output<In>) => Promise<z.input<Out>>;
}

/** A shared tool with its types erased, as a mount holds it. */
export interface SharedTool
  extends Omit<SharedToolSpec<PortName, PortName, z.ZodObject, z.ZodObject>, 'handler' | 'examples' | 'text'> {
  readonly uses: readonly PortName[];
  readonly examples: Examples<Record<string, unknown>> | ((samples: Samples) => Examples<Record<string, unknown>>);
  readonly handler: (
    ctx: TrainingContext<PortName, PortName>,
    input: Record<string, unknown>,
  ) => Promise<Record<string, unknown>>;
  readonly text?: (output: Record<string, unknown>) => string;
}

/** Types a shared tool and freezes it. */
export function defineSharedTool<
  const Needs extends PortName,
  In extends z.ZodObject,
  Out extends z.ZodObject,
  const Uses extends PortName = never,
>(spec: SharedToolSpec<Needs, Uses, In, Out>): SharedTool {
  return Object.freeze({ uses: [], ...spec } as unknown as SharedTool);
}
