import { connect, sizeOf, type TestAnswer } from '@core/mcp-kit/testing';
import { expect } from 'vitest';
import { sandboxPlatform } from '../../sandbox/platform.ts';
import { provider } from '../../src/provider.ts';

/** What a question may cost: calls of the model, requests beside files and logins, bytes of all answers together. */
export interface Budget {
  readonly calls: number;
  readonly requests: number;
  readonly bytes: number;
}

/** One question of an athlete, asked call by call of a fresh server, and held against its budget at the end. */
export function journey() {
  const platform = sandboxPlatform();
  const server = connect(provider, platform, { review: 'always' });
  let calls = 0;
  let bytes = 0;
  return {
    server,
    sandbox: platform.sandbox,
    rides: platform.sandbox.emulator.state.rides,
    /** One call that has to succeed. */
    ask: async (tool: string, args: Readonly<Record<string, unknown>> = {}): Promise<TestAnswer> => {
      calls += 1;
      const answer = await server.call(tool, args);
      expect(answer.failure?.toText()).toBeUndefined();
      bytes += sizeOf(answer);
      return answer;
    },
    /**
     * Without the login, without who it is, and without rides and their files: each is fetched once and kept, so that they
     * are counted by the tests of the store.
     */
    expectWithin: (budget: Budget): void => {
      const once = /auth\/account\/login|User\/UserInfo|getDownloadUrl|aliyuncs|queryActivityDetail/;
      const requests = server.requests.filter(({ url }) => !once.test(url)).length;
      expect({ calls, requests, bytes }).toSatisfy(
        (spent: Budget) =>
          spent.calls <= budget.calls && spent.requests <= budget.requests && spent.bytes <= budget.bytes,
        `at most ${JSON.stringify(budget)}`,
      );
    },
  };
}
