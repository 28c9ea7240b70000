import { openClient } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { notify } from '../sandbox/webhooks.ts';
import { readDelivery } from '../src/webhook.ts';
import { connected, YESTERDAY_RIDE } from './connected.ts';

/** What the emulator really posts for a notice. */
async function posted(notice: Parameters<typeof notify>[2]): Promise<unknown> {
  const { me } = connected().sandbox.emulator.state;
  let body: unknown;
  await notify(me, { url: 'http://127.0.0.1/webhook', secret: 's3cret' }, notice, {
    fetch: async (_url, init) => {
      body = JSON.parse(String(init.body));
      return new Response('{}');
    },
    wait: async () => {},
  });
  return body;
}

describe('a delivery of Intervals.icu', () => {
  it('says with its secret which resources of which athlete to read again', async () => {
    expect(readDelivery(await posted({ type: 'WELLNESS_UPDATED', days: ['2026-10-14'] }))).toEqual({
      secret: 's3cret',
      changed: ['intervals-icu://athlete/i204915/wellness'],
    });
    const { events } = (await posted({ type: 'CALENDAR_UPDATED', events: [], deleted: [] })) as { events: object[] };
    expect(readDelivery({ secret: 's3cret', events: [...events, ...events] })?.changed).toEqual([
      'intervals-icu://athlete/i204915/calendar',
      'intervals-icu://athlete/i204915/wellness',
    ]);
  });

  it('of a test, or of a kind that no resource shows, changes nothing', async () => {
    expect(readDelivery(await posted({ type: 'TEST' }))).toEqual({ secret: 's3cret', changed: [] });
  });

  it.each([[undefined], [{}], [{ secret: 1, events: [] }], [{ secret: 's', events: [{}] }], ['text']])(
    'is not %j',
    (body) => {
      expect(readDelivery(body)).toBeUndefined();
    },
  );
});

describe('the resources of an athlete', () => {
  it.each([
    ['activities', '3 x 12 min sweet spot'],
    ['calendar', '4 x 8 min threshold'],
    ['wellness', '"ctl"'],
  ])('%s can be read by address', async (part, holds) => {
    const { runtime } = connected();
    const client = await openClient(runtime, { era: 'modern' });
    const { contents } = await client.readResource({ uri: `intervals-icu://athlete/i204915/${part}` });
    expect((contents[0] as { text: string }).text).toContain(holds);
    await client.close();
  });

  it('counts what came from Strava instead of dropping it in silence', async () => {
    const { runtime, sandbox } = connected();
    Object.assign(sandbox.emulator.state.me.activities.find(YESTERDAY_RIDE)!, { source: 'STRAVA' });
    const client = await openClient(runtime, { era: 'modern' });
    const { contents } = await client.readResource({ uri: 'intervals-icu://athlete/i204915/activities' });
    const { text } = contents[0] as { text: string };
    expect(JSON.parse(text).notes).toEqual([expect.stringContaining('1 activity is not shown: synced from Strava')]);
    expect(text).not.toContain(YESTERDAY_RIDE);
    await client.close();
  });
});
