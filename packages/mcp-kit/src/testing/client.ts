import { Client, type ClientCapabilities, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { createMcpHandler, InMemoryTransport } from '@modelcontextprotocol/server';
import { createServer } from '../server/create-server.ts';
import type { Runtime } from '../server/runtime.ts';

export type Era = 'legacy' | 'modern';

/** The revision of the protocol that the `modern` era speaks. */
export const modernRevision = '2026-07-28';

export interface OpenClientOptions {
  readonly era: Era;
  /** Answers questions; without it the client declares that it cannot ask. */
  readonly elicit?: (message: string) => 'accept' | 'decline' | 'cancel';
}

/** An official client connected to the runtime in this process, in the era asked for. Close it after use. */
export async function openClient<Port>(runtime: Runtime<Port>, { era, elicit }: OpenClientOptions): Promise<Client> {
  const capabilities: ClientCapabilities = elicit ? { elicitation: {} } : {};
  const client = new Client(
    { name: 'contract-suite', version: '1.0.0' },
    { capabilities, versionNegotiation: { mode: era === 'modern' ? { pin: modernRevision } : 'legacy' } },
  );
  if (elicit) {
    client.setRequestHandler('elicitation/create', async (request) => {
      const action = elicit(request.params.message);
      return action === 'accept' ? { action, content: { confirm: true } } : { action };
    });
  }
  if (era === 'modern') {
    const handler = createMcpHandler(({ era: served }) => createServer(runtime, { era: served }));
    const fetch = (url: string | URL | Request, init?: RequestInit) => handler.fetch(new Request(url, init));
    await client.connect(
      new StreamableHTTPClientTransport(new URL('http://127.0.0.1/mcp'), { fetch: fetch as typeof globalThis.fetch }),
    );
    return client;
  }
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await createServer(runtime, { era: 'legacy' }).connect(theirs);
  await client.connect(ours);
  return client;
}
