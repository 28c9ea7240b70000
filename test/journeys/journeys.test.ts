import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Connected, overHttp, overStdio } from './connections.ts';
import { allJourneys, type Journey, type Served, type ServerName } from './journey.ts';
import { frozen, providers, serverNames } from './servers.ts';
import { expectWithinBudget, forbiddenIn, walk } from './walk.ts';

// What this proves: that the answer to each question can be read off the tools' answers, is true, and costs what it may.
// It does not prove that a model makes these calls.

const journeys = allJourneys();

interface Ready {
  readonly journey: Journey;
  readonly served: Served;
}

/** Journeys that a server walks now; questions before changes, because over stdio they share one account. */
function readyOn(server: ServerName, account?: 'coach'): Ready[] {
  return journeys
    .flatMap((journey) => {
      const served = journey.servers[server];
      return 'calls' in served && (account === undefined || served.account === account) ? [{ journey, served }] : [];
    })
    .sort((a, b) => (a.served.writes ?? 0) - (b.served.writes ?? 0));
}

describe('the twenty questions', () => {
  it('are A1 to A12 and C1 to C8, each with a word on every server', () => {
    const ids = [
      ...Array.from({ length: 12 }, (_, i) => `A${i + 1}`),
      ...Array.from({ length: 8 }, (_, i) => `C${i + 1}`),
    ];
    expect(journeys.map(({ id }) => id)).toEqual(ids);
    for (const { servers } of journeys) expect(Object.keys(servers).sort()).toEqual([...serverNames].sort());
  });

  it('are answered without the long way round, and every call is held against something', () => {
    for (const journey of journeys) {
      for (const server of serverNames) {
        const served = journey.servers[server];
        if (!('calls' in served)) continue;
        const called = served.calls.map(({ tool }) => tool);
        expect(forbiddenIn(server, journey).filter((tool) => called.includes(tool))).toEqual([]);
        expect(served.expect.length, `${journey.id} on ${server}`).toBeGreaterThanOrEqual(2);
      }
    }
  });
});

describe.each(serverNames)('%s over Streamable HTTP, the official client of the 2.x line', (server) => {
  describe.each(journeys)('$id “$question”', (journey) => {
    const served = journey.servers[server];
    if ('cannot' in served) {
      it.skip(`is not for this server: ${served.cannot}`, () => {});
      return;
    }
    if ('waits_for' in served) {
      const there = providers[server].tools.some(({ name }) => name === served.waits_for);
      it.skip(`${there ? 'can be written now, there is' : 'waits for'} ${served.waits_for}`, () => {});
      return;
    }
    it('is answered, with facts that are true, within its budget', async () => {
      const client = await overHttp(server, served.account);
      const { platform } = client;
      const before = platform.sandbox.emulator.writes().length;
      const spent = await walk(server, served, client, { athlete: platform.sandbox.athlete, loadOn: platform.loadOn });
      await client.close();
      expectWithinBudget(journey, served, spent);
      expect(client.requests.length, 'requests to the platform').toBeLessThanOrEqual(served.max_upstream);
      const writes = platform.sandbox.emulator.writes().slice(before);
      expect(writes.filter(({ path }) => !isLogin(path)).map(({ method, path }) => `${method} ${path}`)).toHaveLength(
        served.writes ?? 0,
      );
    });
  });
});

const lines = [
  { line: '2.x', server: 'intervals', account: undefined, older: false },
  { line: '2.x', server: 'trainingpeaks', account: undefined, older: false },
  { line: '2.x', server: 'trainingpeaks', account: 'coach', older: false },
  { line: '2.x', server: 'igpsport', account: undefined, older: false },
  { line: '1.x', server: 'intervals', account: undefined, older: true },
] as const;

describe.each(lines)(
  '$server over stdio, the official client of the $line line ($account)',
  ({ server, account, older }) => {
    const ready = readyOn(server, account).filter(({ served }) => served.account === account);
    if (ready.length === 0) {
      it.skip('has no journey of this account yet', () => {});
      return;
    }
    let client: Connected;
    beforeAll(async () => {
      client = await overStdio(server, account, { older });
    });
    afterAll(async () => client?.close());

    it.each(ready)('$journey.id “$journey.question”', async ({ journey, served }) => {
      const { sandbox, loadOn } = frozen(server, account);
      const spent = await walk(server, served, client, { athlete: sandbox.athlete, loadOn });
      expectWithinBudget(journey, served, spent);
    });
  },
);

/** Logging in and exchanging a token change nothing of the athlete's. */
function isLogin(path: string): boolean {
  return /login|token|auth/i.test(path);
}
