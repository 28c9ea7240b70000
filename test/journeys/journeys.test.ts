import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Connected, type OverHttp, overHttp, overStdio } from './connections.ts';
import { allJourneys, budgetOf, type Journey, journeyBudget, type Served, type ServerName } from './journey.ts';
import { askedOnce, type Frozen, frozen, providers, serverNames } from './servers.ts';
import { expectWithin, forbiddenIn, walk } from './walk.ts';

// What this proves: that the answer to each question can be read off the tools' answers, is true, and costs what it may.
// It does not prove that a model makes these calls.

const journeys = allJourneys();

/** Most requests of a journey that is walked over stdio too; the coach's are left out, for they simulate twenty people. */
const stdioRequests = 20;

interface Ready {
  readonly journey: Journey;
  readonly served: Served;
}

/** Journeys that a server walks over stdio; questions before changes, because there they share one account. */
function readyOverStdio(server: ServerName): Ready[] {
  return journeys
    .flatMap((journey) => {
      const served = journey.servers[server];
      const fits =
        'calls' in served && journey.id.startsWith('A') && budgetOf(journey, server, served).requests <= stdioRequests;
      return fits ? [{ journey, served }] : [];
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

  it('spend more on a server only where it says why, and only what is more', () => {
    for (const journey of journeys) {
      for (const server of serverNames) {
        const served = journey.servers[server];
        if (!('calls' in served)) continue;
        const place = `${journey.id} on ${server}`;
        const [budget, own] = [journeyBudget(journey, server), budgetOf(journey, server, served)];
        for (const cost of ['calls', 'requests', 'bytes'] as const)
          expect(own[cost], place).toBeGreaterThanOrEqual(budget[cost]);
        const spendsMore = own.calls > budget.calls || own.requests > budget.requests || own.bytes > budget.bytes;
        expect(served.because !== undefined, `${place} says why`).toBe(spendsMore);
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
      const client = await clientOf(server, served.account);
      const { platform } = client;
      const requestsBefore = client.requests.length;
      const changesBefore = changesOf(platform).length;
      const spent = await walk(server, served, client, { athlete: platform.sandbox.athlete, loadOn: platform.loadOn });
      const requests = client.requests.slice(requestsBefore).filter(({ url }) => !askedOnce[server].test(url)).length;
      expectWithin(budgetOf(journey, server, served), { ...spent, requests });
      expect(changesOf(platform).slice(changesBefore)).toHaveLength(served.writes ?? 0);
    });
  });

  // Rides are downloaded once and then kept: iGPSport's questions share a server. Elsewhere each starts from nothing.
  let shared: OverHttp | undefined;
  const open: OverHttp[] = [];
  const clientOf = async (name: ServerName, account?: 'coach'): Promise<OverHttp> => {
    if (name === 'igpsport' && shared !== undefined) return shared;
    const client = await overHttp(name, account);
    open.push(client);
    if (name === 'igpsport') shared = client;
    return client;
  };
  afterAll(async () => {
    for (const client of open) await client.close();
  });
});

// Every server once over stdio, one of them with the older client. What makes a platform send hundreds of answers was
// asked over HTTP already, and is the same program behind another door.
const lines = [
  { line: '2.x', server: 'intervals', older: false },
  { line: '2.x', server: 'igpsport', older: false },
  { line: '1.x', server: 'trainingpeaks', older: true },
] as const;

describe.each(lines)('$server over stdio, the official client of the $line line', ({ server, older }) => {
  let client: Connected;
  beforeAll(async () => {
    client = await overStdio(server, { older });
  });
  afterAll(async () => client?.close());

  it.each(readyOverStdio(server))('$journey.id “$journey.question”', async ({ journey, served }) => {
    const { sandbox, loadOn } = frozen(server);
    const spent = await walk(server, served, client, { athlete: sandbox.athlete, loadOn });
    expectWithin(budgetOf(journey, server, served), spent);
  });
});

/** Requests that changed something of an athlete's: logging in, and what is read by POST, change nothing. */
function changesOf({ sandbox }: Frozen): string[] {
  const reads = /login|token|auth|\/reporting\/performancedata\/|\/workout-analysis\/|\/calculate\/|\/download-/i;
  return sandbox.emulator
    .writes()
    .filter(({ path }) => !reads.test(path))
    .map(({ method, path }) => `${method} ${path}`);
}
