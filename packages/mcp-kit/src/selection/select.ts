import type { Provider } from '../provider/provider.ts';
import type { Tool } from '../tool/define.ts';
import { writes } from '../tool/effect.ts';
import { closest } from './closest.ts';

/** Which deletes exist at all: a delete tool that is not registered cannot be argued into running. */
export type AllowDelete = 'none' | 'future' | 'all';

export interface SelectionOptions {
  /** Toolset names; `all` is every one but those of another audience. Empty means the provider's default. */
  readonly toolsets: readonly string[];
  readonly readOnly: boolean;
  readonly allowDelete: AllowDelete;
  /** Tools to list besides those of the toolsets. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export const defaultSelection: SelectionOptions = {
  toolsets: [],
  readOnly: false,
  allowDelete: 'none',
  include: [],
  exclude: [],
};

/** A name in the selection that does not exist; start-up stops on it. */
export class SelectionError extends Error {
  constructor(what: 'toolset' | 'tool', name: string, known: readonly string[]) {
    const near = closest(name, known);
    const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Known: ${known.join(', ')}.`;
    super(`Unknown ${what} "${name}". ${hint}`);
    this.name = 'SelectionError';
  }
}

/** What a selection is made from. */
export type Selectable<Port> = Pick<Provider<Port, never>, 'tools' | 'defaultToolsets' | 'apartToolsets'>;

/**
 * The tools that exist for this process, in the provider's order.
 *
 * @throws SelectionError for a toolset or tool name that does not exist.
 */
export function select<Port>(provider: Selectable<Port>, options: SelectionOptions): readonly Tool<Port>[] {
  const { tools } = provider;
  const toolsets = wantedToolsets(provider, options.toolsets);
  const names = tools.map((tool) => tool.name);
  for (const name of [...options.include, ...options.exclude]) {
    if (!names.includes(name)) throw new SelectionError('tool', name, names);
  }
  return tools.filter(
    (tool) =>
      (toolsets.has(tool.toolset) || options.include.includes(tool.name)) &&
      !options.exclude.includes(tool.name) &&
      isAllowed(tool, options),
  );
}

/** Toolset names in the order in which tools first mention them. */
export function toolsetsOf(tools: readonly Tool<never>[]): string[] {
  return [...new Set(tools.map((tool) => tool.toolset))];
}

function wantedToolsets<Port>(provider: Selectable<Port>, asked: readonly string[]): ReadonlySet<string> {
  const { tools, defaultToolsets: defaults, apartToolsets: apart = [] } = provider;
  const known = toolsetsOf(tools);
  const named = asked.flatMap((name) => {
    if (name === 'all') return known.filter((toolset) => !apart.includes(toolset));
    return name === 'core' && !known.includes('core') ? defaults : [name];
  });
  for (const name of named) {
    if (!known.includes(name)) throw new SelectionError('toolset', name, ['core', 'all', ...known]);
  }
  return new Set(named.length > 0 ? named : defaults);
}

function isAllowed(tool: Tool<never>, { readOnly, allowDelete }: SelectionOptions): boolean {
  if (readOnly && writes(tool.effect)) return false;
  return tool.effect !== 'delete' || allowDelete !== 'none';
}
