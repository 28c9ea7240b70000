import { sizeOf, type TestAnswer } from '@core/mcp-kit/testing';
import { expect } from 'vitest';
import { connected } from '../connected.ts';

/** What a question cost: calls of tools, requests to the service (login and roster left out), bytes of all answers. */
export interface Cost {
  readonly tools: number;
  readonly upstream: number;
  readonly bytes: number;
}

/** A server that a journey walks through. Every `ask` is a call as a model makes it, and must not fail. */
export function journey(options: Parameters<typeof connected>[0] = {}) {
  const server = connected(options);
  let tools = 0;
  let bytes = 0;
  const ask = async (tool: string, args: object = {}): Promise<TestAnswer> => {
    const answer = await server.call(tool, args);
    expect(answer.failure?.toText()).toBeUndefined();
    tools += 1;
    bytes += sizeOf(answer);
    return answer;
  };
  const cost = (): Cost => ({
    tools,
    upstream: server.requests.filter(({ url }) => !/\/users\/v3\//.test(url)).length,
    bytes,
  });
  return { ask, cost, server };
}
