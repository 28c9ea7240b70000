import { sizeOf, type TestAnswer } from '@core/mcp-kit/testing';
import { expect } from 'vitest';
import { connected } from '../connected.ts';

/** What a question may cost: calls of tools, requests to the service (login and roster left out), bytes of all answers. */
export interface Budget {
  readonly calls: number;
  readonly requests: number;
  readonly bytes: number;
}

type Server = ReturnType<typeof connected>;

export interface Journey {
  readonly server: Server;
  /** A call as a model makes it; its cost counts. A failure ends the journey. */
  readonly ask: (tool: string, args?: object) => Promise<TestAnswer['structured']>;
}

/** Walks a journey and holds it against its budget. */
export async function journey(
  budget: Budget,
  walk: (journey: Journey) => Promise<void>,
  options: Parameters<typeof connected>[0] = {},
): Promise<void> {
  const server = connected(options);
  let calls = 0;
  let bytes = 0;
  await walk({
    server,
    ask: async (tool, args = {}) => {
      const { structured, text, failure } = await server.call(tool, args);
      expect(failure?.toText()).toBeUndefined();
      calls += 1;
      bytes += sizeOf({ structured, text });
      return structured;
    },
  });
  const requests = server.requests.filter(({ url }) => !/\/users\/v3\//.test(url)).length;
  expect({ calls, requests, bytes }).toEqual({
    calls: expect.toSatisfy((spent: number) => spent <= budget.calls),
    requests: expect.toSatisfy((spent: number) => spent <= budget.requests),
    bytes: expect.toSatisfy((spent: number) => spent <= budget.bytes),
  });
}
