import type { Provider } from '../provider/provider.ts';
import { select } from '../selection/select.ts';
import type { JsonSchema } from '../tool/advertise.ts';
import type { Tool } from '../tool/define.ts';
import { hintsOf } from '../tool/effect.ts';
import { type PreparedTool, prepare } from '../tool/prepare.ts';

/** A tool exactly as a client is told of it. */
export interface ListedTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonSchema;
  readonly outputSchema: JsonSchema;
  readonly annotations: Readonly<Record<string, boolean>>;
}

/** What a tool costs in the list, in bytes of JSON. A token is about four bytes of this text. */
export interface ToolCost {
  /** Name, description and input schema: what a model reads. */
  readonly model: number;
  /** The whole entry, with hints and output schema. */
  readonly wire: number;
}

export interface Catalogue {
  readonly tools: readonly ListedTool[];
  /** By tool name, in the provider's order. */
  readonly cost: Readonly<Record<string, ToolCost>>;
  readonly defaultToolsets: ToolCost;
  /** Without toolsets of another audience. */
  readonly allToolsets: ToolCost;
  /** Each toolset of another audience, by name. */
  readonly apartToolsets: Readonly<Record<string, ToolCost>>;
}

/** Bytes of list text that make a token, near enough for budgets. */
export const bytesPerToken = 4;

/** Every tool of a provider as listed, deletes included, with what listing it costs. */
export function catalogueOf<Port>(provider: Provider<Port, never>): Catalogue {
  const everything = { toolsets: ['all'], readOnly: false, allowDelete: 'all', include: [], exclude: [] } as const;
  const defaults = select(provider, { ...everything, toolsets: [], allowDelete: 'none' });
  const listed = new Map(provider.tools.map((tool) => [tool.name, listedTool(prepare(tool))]));
  const cost = Object.fromEntries([...listed].map(([name, tool]) => [name, costOf([tool])]));
  const of = (tools: readonly Tool<Port>[]) => costOf(tools.map(({ name }) => listed.get(name)!));
  return {
    tools: [...listed.values()],
    cost,
    defaultToolsets: of(defaults),
    allToolsets: of(select(provider, everything)),
    apartToolsets: Object.fromEntries(
      (provider.apartToolsets ?? []).map((toolset) => [
        toolset,
        of(select(provider, { ...everything, toolsets: [toolset] })),
      ]),
    ),
  };
}

function listedTool({ tool, advertisedInput, advertisedOutput }: PreparedTool<never>): ListedTool {
  return {
    name: tool.name,
    title: tool.title,
    description: tool.description,
    inputSchema: advertisedInput,
    outputSchema: advertisedOutput,
    annotations: { ...hintsOf(tool.effect) },
  };
}

function costOf(tools: readonly ListedTool[]): ToolCost {
  const model = tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema }));
  return { model: bytes(model), wire: bytes(tools) };
}

function bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
