import { describe, expect, it } from 'vitest';
import { connected, TODAY } from '../../../test/connected.ts';

const call = { date: TODAY, values: { weight_kg: 62.4, mood_1to4_1_is_best: 2 } };

describe('icu_update_wellness', () => {
  it('writes only what is named, once, and reads it back', async () => {
    const server = connected();
    const before = await server.call('icu_get_wellness_for_date', { date: TODAY });
    const { structured } = await server.call('icu_update_wellness', call);
    expect(structured).toMatchObject({ written: true, after: call.values });
    expect(server.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    const after = await server.call('icu_get_wellness_for_date', { date: TODAY });
    expect(after.structured.wellness).toEqual({ ...(before.structured.wellness as object), ...call.values });
  });

  it('shows before and after with dry_run, and writes nothing', async () => {
    const server = connected();
    const { structured } = await server.call('icu_update_wellness', { ...call, dry_run: true });
    expect(structured).toMatchObject({
      written: false,
      preview: { diff: [{ field: 'weight_kg', after: 62.4 }, { after: 2 }] },
    });
    expect(server.requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('writes nothing when the day already holds the values', async () => {
    const server = connected();
    await server.call('icu_update_wellness', call);
    const again = await server.call('icu_update_wellness', call);
    expect(again.structured).toMatchObject({ written: false, notes: [expect.stringContaining('Nothing to change')] });
  });

  it('refuses a value outside its scale, with one that fits', async () => {
    const { failure } = await connected().call('icu_update_wellness', { values: { mood_1to4_1_is_best: 5 } });
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('from 1 to 4') });
  });

  it('refuses a name that does not exist, with the nearest that does', async () => {
    const { failure } = await connected().call('icu_update_wellness', { values: { weight: 70 } });
    expect(failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('weight_kg') });
  });

  it('refuses a locked day, which the platform would ignore in silence', async () => {
    const server = connected();
    const key = server.sandbox.apiKey;
    await server.sandbox.emulator.fetch(
      new Request(`https://intervals.icu/api/v1/athlete/0/wellness/${TODAY}`, {
        method: 'PUT',
        headers: {
          authorization: `Basic ${btoa(`API_KEY:${key}`)}`,
          'content-type': 'application/json',
          'user-agent': 'test',
        },
        body: JSON.stringify({ locked: true }),
      }),
    );
    const { failure } = await server.call('icu_update_wellness', call);
    expect(failure).toMatchObject({ kind: 'blocked', message: expect.stringContaining('locked') });
  });
});
