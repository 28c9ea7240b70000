import { EventEmitter } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client, type ClientOptions, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as OlderClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OlderStdio } from '@modelcontextprotocol/sdk/client/stdio.js';
import { createServer } from '../../packages/mcp-kit/src/server/create-server.ts';
import { connect } from '../../packages/mcp-kit/src/testing/index.ts';
import { serveHttp } from '../../packages/mcp-kit/src/transport/index.ts';
import type { ServerName } from './journey.ts';
import { type Frozen, frozen, providers } from './servers.ts';

const root = resolve(import.meta.dirname, '../..');

/** What a model gets back: the object, and all the text that came with it. */
export interface ClientAnswer {
  readonly structured: Record<string, unknown>;
  readonly text: string;
  readonly failed: boolean;
}

/** A connected client of an official library, and a way to end it. */
export interface Connected {
  readonly call: (tool: string, args: Record<string, unknown>) => Promise<ClientAnswer>;
  readonly listTools: () => Promise<readonly ListedTool[]>;
  readonly close: () => Promise<void>;
}

export interface ListedTool {
  readonly name: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly inputSchema: object;
}

const about = { name: 'journeys', version: '1.0.0' };
const options: ClientOptions = { versionNegotiation: { mode: 'auto' } };

/** A client whose server is in this process, so that what it asks of the platform is seen. */
export interface OverHttp extends Connected {
  readonly platform: Frozen;
  readonly requests: readonly { readonly url: string }[];
}

/** A server of its own over Streamable HTTP on loopback, with the emulator that it asks. */
export async function overHttp(server: ServerName, account?: 'coach'): Promise<OverHttp> {
  const platform = frozen(server, account);
  const { runtime, requests } = connect(providers[server], platform, { review: 'always' });
  const service = await serveHttp(({ era }) => createServer(runtime, { era }), {
    host: '127.0.0.1',
    port: 0,
    path: '/mcp',
    version: providers[server].version,
    token: undefined,
    withoutToken: true,
    allowedHosts: [],
    allowedOrigins: [],
    signals: new EventEmitter(),
    log: { log: () => {} },
  });
  const client = new Client(about, options);
  await client.connect(new StreamableHTTPClientTransport(new URL(service.url)));
  const close = async () => {
    await client.close();
    await service.stop();
  };
  return { ...asked(client), close, platform, requests };
}

/** The program of a server as a child of its own, over stdio; `older` speaks with the official client of the 1.x line. */
export async function overStdio(server: ServerName, { older = false } = {}): Promise<Connected> {
  const toolsets = ['all', ...(providers[server].apartToolsets ?? [])].join(',');
  const folder = await filesFolder(server);
  const ended = async (client: { close(): Promise<void> }) => {
    await client.close();
    await rm(folder, { recursive: true });
  };
  const spawned = {
    command: join(root, 'node_modules/.bin/node'),
    args: [
      '--conditions=@core/source',
      join(import.meta.dirname, 'launch.ts'),
      server,
      '--',
      '--demo',
      '--review',
      'always',
      '--files-dir',
      folder,
      '--toolsets',
      toolsets,
    ],
    stderr: 'ignore' as const,
  };
  if (older) {
    const client = new OlderClient(about);
    await client.connect(new OlderStdio(spawned));
    return { ...asked(client), close: () => ended(client) };
  }
  const client = new Client(about, options);
  await client.connect(new StdioClientTransport(spawned));
  return { ...asked(client), close: () => ended(client) };
}

/** What the user has put into the files folder, in a folder of its own. */
async function filesFolder(server: ServerName): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'journeys-'));
  const files = Object.entries(frozen(server).files ?? {});
  await Promise.all(files.map(([name, bytes]) => writeFile(join(folder, name), bytes)));
  return folder;
}

interface AnyClient {
  callTool(params: { name: string; arguments: Record<string, unknown> }): Promise<unknown>;
  listTools(): Promise<{ readonly tools: readonly ListedTool[] }>;
}

function asked(client: AnyClient): Pick<Connected, 'call' | 'listTools'> {
  return {
    listTools: async () => (await client.listTools()).tools,
    call: async (tool, args) => {
      const result = (await client.callTool({ name: tool, arguments: args })) as {
        readonly structuredContent?: Record<string, unknown>;
        readonly content: readonly { readonly type: string; readonly text?: string }[];
        readonly isError?: boolean;
      };
      return {
        structured: result.structuredContent ?? {},
        text: result.content.map(({ text = '' }) => text).join('\n'),
        failed: result.isError === true,
      };
    },
  };
}
