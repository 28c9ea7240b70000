import { bytesPerToken, catalogueOf } from '../../catalogue/catalogue.ts';
import { select, toolsetsOf } from '../../selection/select.ts';
import type { CommandContext } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { isOn } from '../resolve.ts';
import { layOut } from '../terminal/table.ts';

/** Lists the tools that this configuration serves, with what they cost. */
export async function tools({ provider, config, print, say, tell, style }: CommandContext): Promise<number> {
  const catalogue = catalogueOf(provider);
  const selected = select(provider, config.selection);
  const names = new Set(selected.map(({ name }) => name));
  if (isOn(config.given, 'json')) {
    const listed = catalogue.tools.filter(({ name }) => names.has(name));
    print(JSON.stringify(listed, null, 2));
    return exitCodes.ok;
  }
  const withCost = isOn(config.given, 'tokens');
  const tokens = (bytes: number): string => String(Math.ceil(bytes / bytesPerToken));
  const blocks = toolsetsOf(selected).map((toolset) => {
    const rows = selected
      .filter((tool) => tool.toolset === toolset)
      .map(({ name, effect, title }) => {
        const cost = catalogue.cost[name];
        const costs = withCost && cost !== undefined ? [tokens(cost.model), tokens(cost.wire)] : [];
        return [`  ${name}`, effect === 'read' ? style.dim(effect) : style.yellow(effect), ...costs, title];
      });
    return { toolset, rows };
  });
  const costColumns = withCost
    ? ([
        { title: style.dim(say('model')), align: 'right' },
        { title: style.dim(say('wire')), align: 'right' },
      ] as const)
    : [];
  // One layout for all blocks, so that the columns line up from the first toolset to the last.
  const lines = layOut(
    [{ ...(withCost && { title: '' }) }, {}, ...costColumns, {}],
    blocks.flatMap(({ rows }) => rows),
  ).split('\n');
  if (withCost) print(lines.shift() ?? '');
  for (const { toolset, rows } of blocks) print(`${style.bold(toolset)}\n${lines.splice(0, rows.length).join('\n')}`);
  const sum = (of: 'model' | 'wire'): number =>
    selected.reduce((all, { name }) => all + (catalogue.cost[name]?.[of] ?? 0), 0);
  tell('');
  const { readOnly } = config.selection;
  const shown = summary(selected.length, provider.tools.length, readOnly);
  const cost = `A model reads about ${tokens(sum('model'))} tokens, the wire carries ${tokens(sum('wire'))}.`;
  tell(`${say(shown)} ${say(cost)}`);
  return exitCodes.ok;
}

function summary(listed: number, all: number, readOnly: boolean): string {
  const more = readOnly ? '--toolsets all lists more' : '--toolsets all and --allow-delete all list more';
  return listed < all ? `${listed} tools of ${all}; ${more}.` : `${listed} tools.`;
}
