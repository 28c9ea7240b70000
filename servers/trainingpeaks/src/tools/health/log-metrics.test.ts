import { describe, expect, it } from 'vitest';
import { connected, objects, TODAY } from '../../../test/connected.ts';

type Server = ReturnType<typeof connected>;
const posts = (server: Server) =>
  server.requests.filter(({ method, url }) => method === 'POST' && url.includes('timedmetric'));

async function log(server: Server, args: object) {
  const { structured } = await server.call('tp_log_metrics', args);
  return server.call('tp_log_metrics', { ...args, preview_token: structured.preview_token });
}

describe('tp_log_metrics', () => {
  it('always asks, because a value can be neither changed nor deleted', async () => {
    const server = connected({}, { review: 'off' });
    const { structured } = await server.call('tp_log_metrics', { values: { weight_kg: 63.2 } });
    expect(structured).toMatchObject({
      written: false,
      preview: {
        diff: [{ field: 'weight_kg', before: 63.7, after: 63.2 }],
        notes: [expect.stringContaining('no way to change or delete'), expect.stringContaining('beside a value')],
      },
    });
    expect(posts(server)).toEqual([]);
  });

  it('writes several values in one request and reads them back', async () => {
    const server = connected();
    const values = { weight_kg: 63.2, sleep_hours: 8, injury: 9 };
    const { structured } = await log(server, { date: TODAY, values });
    expect(structured).toMatchObject({
      written: true,
      logged: { weight_kg: 63.2, sleep_hours: 8, injury_1to10_10_is_healthy: 9 },
    });
    expect(structured).not.toHaveProperty('notes');
    expect(posts(server)).toHaveLength(1);
    const [today] = objects((await server.call('tp_get_metrics', { oldest: TODAY, newest: TODAY })).structured);
    expect(today).toMatchObject({ weight_kg: 63.2, sleep_hours: 8 });
  });

  it('does not log the same value twice', async () => {
    const server = connected();
    await log(server, { values: { rmr_kcal: 1500 } });
    const again = await server.call('tp_log_metrics', { values: { rmr_kcal: 1500 } });
    expect(again.structured).toMatchObject({ written: false, notes: ['The day already holds these values.'] });
    expect(posts(server)).toHaveLength(1);
  });

  it('learns the id of a value that nobody published from the days that hold it; the platform may refuse it', async () => {
    const server = connected();
    const { failure } = await log(server, { values: { fatigue: 3 } });
    const [sent] = server.sandbox.emulator.requests.filter(
      ({ method, path }) => method === 'POST' && path.includes('timedmetric'),
    );
    expect(JSON.parse(sent?.body ?? '{}').details).toEqual([
      expect.objectContaining({ type: 104, label: 'Fatigue', value: 3 }),
    ]);
    expect(failure?.kind).toBe('bad_input');
  });

  it('refuses a name that neither we nor the account know, with the nearest', async () => {
    const { failure } = await connected().call('tp_log_metrics', { values: { weigth: 63 } });
    expect(failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('weight_kg') });
  });

  it('refuses a value outside its range', async () => {
    const { failure } = await connected().call('tp_log_metrics', { values: { injury: 11 } });
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('from 1 to 10') });
  });
});
