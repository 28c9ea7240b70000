import { type CallContext, present, type Tool, toolsFor } from '@core/mcp-kit';
import type { PortName, TrainingPorts } from '../ports/index.ts';
import { tools as sharedTools } from '../tools/index.ts';
import type { Samples, SharedTool, TrainingContext } from './shared-tool.ts';
import { siblingNames } from './sibling-names.ts';

/** How a provider makes its ports, one function a port; those it names are those it has. */
export type PortFactories<Port> = {
  readonly [Name in PortName]?: (ctx: CallContext<Port>) => TrainingPorts[Name];
};

export interface MountOptions<Port> {
  /** Of every tool: `icu`. */
  readonly prefix: string;
  readonly platform: string;
  readonly ports: PortFactories<Port>;
  readonly samples: Samples;
  /** Names (without prefix) that differ here, because people already use another: `{ get_training_load: 'analyze_training_load' }`. */
  readonly names?: Readonly<Record<string, string>>;
  /** Toolsets that differ here, by shared name. */
  readonly toolsets?: Readonly<Record<string, string>>;
  /** Shared name → this server's own tool that does it instead, without prefix: not mounted, and named where siblings name it. */
  readonly instead?: Readonly<Record<string, string>>;
  /** What to mount; every shared tool unless told. */
  readonly tools?: readonly SharedTool[];
}

/**
 * The shared tools that a provider's ports allow, ready for its `tools`: prefixed, in the account's units, each with the
 * ports of its own call.
 *
 * @throws Error when `names`, `toolsets` or `instead` name no shared tool.
 */
export function trainingTools<Port>(options: MountOptions<Port>): readonly Tool<Port>[] {
  const { prefix, ports, instead = {}, names = {}, toolsets = {}, tools = sharedTools } = options;
  const known = new Set(tools.map(({ name }) => name));
  const strange = [instead, names, toolsets].flatMap(Object.keys).filter((name) => !known.has(name));
  if (strange.length > 0) throw new Error(`no shared tool is called ${strange.join(', ')}`);
  const there = tools.filter(({ name, needs }) => !(name in instead) && needs.every((port) => port in ports));
  const siblings = siblingNames(
    prefix,
    new Map([...there.map(({ name }): [string, string] => [name, names[name] ?? name]), ...Object.entries(instead)]),
  );
  return there.map((tool) => mounted(tool, options, siblings));
}

function mounted<Port>(
  tool: SharedTool,
  { prefix, platform, ports, samples, toolsets = {} }: MountOptions<Port>,
  siblings: ReturnType<typeof siblingNames>,
): Tool<Port> {
  const { needs, uses, handler, examples, description, ...rest } = tool;
  return toolsFor<Port>()(prefix)({
    ...rest,
    name: siblings.nameOf(tool.name) as `${string}_${string}`,
    toolset: toolsets[tool.name] ?? tool.toolset,
    description: siblings.inText(description),
    examples: typeof examples === 'function' ? examples(samples) : examples,
    shared: { from: '@core/training-tools', name: tool.name },
    handler: async (ctx, input) => {
      const made = portsOf(ctx, ports, [...needs, ...uses]);
      const { port: _client, ...kit } = ctx;
      const training = { ...kit, ports: made, platform, call: siblings.call } as TrainingContext<PortName, PortName>;
      const output = await handler(training, input);
      const { units } = await (tool.athleteScope === 'none' ? ctx.self() : ctx.athlete());
      return present(output, units);
    },
  });
}

function portsOf<Port>(
  ctx: CallContext<Port>,
  factories: PortFactories<Port>,
  names: readonly PortName[],
): Partial<TrainingPorts> {
  return Object.fromEntries(names.flatMap((name) => (factories[name] ? [[name, factories[name](ctx)]] : [])));
}
