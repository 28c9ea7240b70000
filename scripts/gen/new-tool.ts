import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Emitter } from './emit.ts';

export interface NewTool {
  /** Folder of the server. */
  readonly server: string;
  readonly prefix: string;
  /** Tool name without prefix, with dashes: `list-routes`. */
  readonly name: string;
  readonly toolset: string;
  readonly effect: string;
}

const effects = ['read', 'create', 'update', 'delete', 'send'];

/**
 * A tool file that runs and a test beside it that fails until the tool says something of its own.
 *
 * @throws Error when the name, effect or place cannot be used.
 */
export function newTool({ server, prefix, name, toolset, effect }: NewTool, emitter: Emitter): void {
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(name))
    throw new Error(`"${name}" is no tool name: a verb and a noun with dashes, such as list-routes`);
  if (!effects.includes(effect)) throw new Error(`"${effect}" is no effect: ${effects.join(', ')}`);
  const file = join(server, 'src/tools', toolset, `${name}.ts`);
  if (existsSync(file)) throw new Error(`${file} exists`);
  const tool = `${prefix}_${name.replaceAll('-', '_')}`;
  emitter.file(file, toolSource(tool, toolset, effect));
  emitter.file(join(server, 'src/tools', toolset, `${name}.test.ts`), testSource(tool));
}

function toolSource(tool: string, toolset: string, effect: string): string {
  const title = tool.split('_').slice(1).join(' ');
  const confirm =
    effect === 'read'
      ? ''
      : `    await ctx.confirm({ summary: '${title}', diff: [{ field: 'what', before: null, after: what }] });\n`;
  return `import * as z from '@core/mcp-kit/schema';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: '${tool}',
  title: '${title[0]!.toUpperCase()}${title.slice(1)}',
  toolset: '${toolset}',
  effect: '${effect}',
  description: 'What sets this tool apart, in one sentence.',
  input: z.object({ what: z.string() }),
  output: z.object({ what: z.string() }),
  examples: [{ what: 'ride' }],
  async handler(${effect === 'read' ? '_ctx' : 'ctx'}, { what }) {
${confirm}    return { what };
  },
});
`;
}

function testSource(tool: string): string {
  return `import { connect } from '@core/mcp-kit/testing';
import { expect, it } from 'vitest';
import { provider } from '../../provider.ts';
import { sandboxPlatform } from '../../../sandbox/platform.ts';

it('answers from the platform', async () => {
  const server = connect(provider, sandboxPlatform());
  const { structured, failure } = await server.call('${tool}', { what: 'ride' });
  expect(failure).toBeUndefined();
  expect(structured.what).toBe('say what the platform holds, then change the tool until it does');
});
`;
}
