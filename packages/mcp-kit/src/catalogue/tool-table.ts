import type { Provider } from '../provider/provider.ts';
import { toolsetsOf } from '../selection/select.ts';
import type { Tool } from '../tool/define.ts';

/** The tools of a provider as Markdown, one table a toolset: name, what it changes, first sentence of its description. */
export function toolTable<Port>({ tools, defaultToolsets, apartToolsets = [] }: Provider<Port, never>): string {
  return toolsetsOf(tools)
    .map((toolset) => {
      const listed = defaultToolsets.includes(toolset)
        ? ' (listed by default)'
        : apartToolsets.includes(toolset)
          ? ` (not part of \`all\`: \`--toolsets core,${toolset}\`)`
          : '';
      const rows = tools.filter((tool) => tool.toolset === toolset).map(row);
      return [`### \`${toolset}\`${listed}`, '', '| Tool | Effect | What it is for |', '|---|---|---|', ...rows].join('\n');
    })
    .join('\n\n');
}

function row({ name, effect, description }: Tool<never>): string {
  const [sentence = description] = description.split(/(?<=[.!?])\s/);
  return `| \`${name}\` | ${effect} | ${sentence.replaceAll('|', '\\|')} |`;
}
