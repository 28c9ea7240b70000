import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface FirstAnswer {
  /** Milliseconds from spawn to the answered `tools/list`. */
  readonly ms: number;
  readonly tools: readonly string[];
  /** Text of a call of the first tool that reads and needs no arguments; absent when it was not asked for. */
  readonly text?: string;
}

/**
 * Starts a server, lists its tools with the official client, and calls one.
 *
 * @throws Error when it does not start, does not list, or the call fails
 */
export async function firstAnswer({ command, args, cwd, env }: Launch, call = true): Promise<FirstAnswer> {
  const client = new Client({ name: 'rehearsal', version: '1.0.0' });
  const started = performance.now();
  await client.connect(new StdioClientTransport({ command, args: [...args], cwd, env: { ...env }, stderr: 'ignore' }), {
    timeout: 120_000,
  });
  try {
    const { tools } = await client.listTools();
    const ms = performance.now() - started;
    const names = tools.map(({ name }) => name);
    if (!call) return { ms, tools: names };
    const easy = tools.find(({ annotations, inputSchema }) => annotations?.readOnlyHint && !inputSchema.required);
    if (easy === undefined) throw new Error('no tool reads without arguments');
    const { content, isError } = await client.callTool({ name: easy.name, arguments: {} });
    const text = JSON.stringify(content);
    if (isError === true) throw new Error(`${easy.name}: ${text}`);
    return { ms, tools: names, text };
  } finally {
    await client.close();
  }
}
