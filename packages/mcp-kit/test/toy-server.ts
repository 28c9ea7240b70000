import { setTimeout as wait } from 'node:timers/promises';
import { McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';

const waitInput = z.object({ ms: z.number() });

/** A bare SDK server whose one tool takes as long as it is told; what the transports are tested with. */
export function toyServer(finished: number[] = []): McpServer {
  const server = new McpServer({ name: 'toy', version: '1.0.0' });
  server.registerTool('wait', { description: 'waits', inputSchema: waitInput }, async ({ ms }) => {
    await wait(ms);
    finished.push(ms);
    return { content: [{ type: 'text', text: `waited ${ms}` }] };
  });
  server.registerTool('print', { description: 'prints where it must not' }, async () => {
    // biome-ignore lint/suspicious/noConsole: this is the mistake that the guard is there for.
    console.log('a stray line');
    process.stdout.write('another stray line\n');
    return { content: [{ type: 'text', text: 'printed' }] };
  });
  return server;
}
