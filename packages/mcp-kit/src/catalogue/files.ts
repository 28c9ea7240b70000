import type { Provider } from '../provider/provider.ts';
import { bytesPerToken, catalogueOf, type ToolCost } from './catalogue.ts';
import { outputContract } from './output-contract.ts';

/** Generated files of a provider's `catalogue/` folder: path below it → content. */
export function catalogueFiles<Port>(provider: Provider<Port, never>): ReadonlyMap<string, string> {
  const catalogue = catalogueOf(provider);
  return new Map([
    ...catalogue.tools.map((tool): [string, string] => [`tools/${tool.name}.json`, json(tool)]),
    ['output-contract.json', json(outputContract(catalogue))],
    [
      'tokens.json',
      json({
        default_toolsets: tokens(catalogue.defaultToolsets),
        all_toolsets: tokens(catalogue.allToolsets),
        ...Object.fromEntries(
          Object.entries(catalogue.apartToolsets).map(([name, cost]) => [`${name}_toolset`, tokens(cost)]),
        ),
        tools: Object.fromEntries(Object.entries(catalogue.cost).map(([name, cost]) => [name, tokens(cost)])),
      }),
    ],
  ]);
}

/** Most by which the cost of a list may grow without somebody accepting it, as a fraction. */
export const allowedGrowth = 0.05;

function tokens({ model, wire }: ToolCost) {
  return { model: Math.ceil(model / bytesPerToken), wire: Math.ceil(wire / bytesPerToken) };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
