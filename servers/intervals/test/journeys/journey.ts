import { sizeOf, type TestAnswer } from '@core/mcp-kit/testing';
import { expect } from 'vitest';
import { connected } from '../connected.ts';

/** What a question may cost: calls of the model, requests to the platform, bytes of all answers together. */
export interface Budget {
  readonly calls: number;
  readonly requests: number;
  readonly bytes: number;
}

/** One question of a user, asked call by call of a fresh server, and held against its budget at the end. */
export function journey() {
  const server = connected({}, { review: 'always' });
  let calls = 0;
  let bytes = 0;
  return {
    server,
    /** One call that has to succeed. */
    ask: async (tool: string, args: Readonly<Record<string, unknown>> = {}): Promise<TestAnswer> => {
      calls += 1;
      const answer = await server.call(tool, args);
      expect(answer.failure?.toText()).toBeUndefined();
      bytes += sizeOf(answer);
      return answer;
    },
    /** Requests without the one that finds out who the athlete is: a session asks that once, whatever is asked later. */
    expectWithin: (budget: Budget): void => {
      const profile = /\/athlete\/[^/?]+$/;
      const requests = server.requests.filter(({ method, url }) => method !== 'GET' || !profile.test(url)).length;
      expect({ calls, requests, bytes }).toSatisfy(
        (spent: Budget) =>
          spent.calls <= budget.calls && spent.requests <= budget.requests && spent.bytes <= budget.bytes,
        `at most ${JSON.stringify(budget)}`,
      );
    },
  };
}
