import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

/** What one call cost. */
export interface CallCost {
  readonly tool: string;
  readonly milliseconds: number;
  /** Text and structured content, bytes. */
  readonly bytes: number;
}

/** Structured content and text of an answer. */
export interface Reply {
  readonly structured: Record<string, unknown>;
  readonly text: string;
}

/** The built server, spawned as a host spawns it, with an official client. */
export interface Session {
  readonly call: (tool: string, args?: Record<string, unknown>) => Promise<Reply>;
  readonly costs: readonly CallCost[];
  readonly toolCount: number;
  readonly startMs: number;
  readonly close: () => Promise<void>;
}

export interface SessionOptions {
  readonly root: string;
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly flags: readonly string[];
}

/** Spawns `servers/intervals/dist/main.js` over stdio and connects. */
export async function openSession({ root, baseUrl, apiKey, flags }: SessionOptions): Promise<Session> {
  const started = performance.now();
  const client = new Client({ name: 'demo', version: '1.0.0' }, { versionNegotiation: { mode: 'auto' } });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [join(root, 'servers/intervals/dist/main.js'), '--base-url', baseUrl, '--log-level', 'error', ...flags],
      env: { PATH: process.env.PATH ?? '', INTERVALS_API_KEY: apiKey },
      stderr: 'inherit',
    }),
  );
  const { tools } = await client.listTools();
  const startMs = performance.now() - started;
  const costs: CallCost[] = [];
  return {
    costs,
    toolCount: tools.length,
    startMs,
    close: () => client.close(),
    call: async (tool, args = {}) => {
      const before = performance.now();
      const result = await client.callTool({ name: tool, arguments: args });
      const text = (result.content as { text?: string }[]).map((part) => part.text ?? '').join('\n');
      const structured = (result.structuredContent ?? {}) as Record<string, unknown>;
      const bytes = Buffer.byteLength(text) + Buffer.byteLength(JSON.stringify(structured));
      costs.push({ tool, milliseconds: performance.now() - before, bytes });
      if (result.isError) throw new Error(`${tool} ${JSON.stringify(args)} failed: ${text}`);
      return { structured, text };
    },
  };
}
