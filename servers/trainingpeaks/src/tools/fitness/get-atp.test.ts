import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_get_atp', () => {
  it('gives the next 26 weeks with period, target and race, read in pages of 90 days', async () => {
    const server = connected();
    const rows = objects((await server.call('tp_get_atp')).structured);
    expect(rows).toHaveLength(26);
    expect(rows[0]).toMatchObject({ week: '2026-10-12', period: 'Build', planned_tss: 500, weeks_to_race: 6 });
    expect(rows.find(({ race_priority }) => race_priority === 'A')).toMatchObject({
      week: '2026-11-23',
      race: 'Ljubljana road race',
    });
    expect(new Set(rows.map(({ week }) => week)).size).toBe(26);
    expect(server.requests.filter(({ url }) => url.includes('/atp/'))).toHaveLength(3);
  });

  it('refuses a window that runs backwards', async () => {
    const { failure } = await connected().call('tp_get_atp', { oldest: '2026-12-01', newest: '2026-11-01' });
    expect(failure).toMatchObject({ kind: 'bad_input', next: 'swap the two days' });
  });
});
