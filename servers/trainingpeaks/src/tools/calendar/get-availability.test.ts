import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_get_availability', () => {
  it('lists blocked days with their reason, and limited ones with the sports that stay possible', async () => {
    const rows = objects((await connected().call('tp_get_availability')).structured);
    expect(rows).toMatchObject([
      { start_date: '2026-10-26', end_date: '2026-10-28', kind: 'unavailable', sports: null, reason: 'Vacation' },
      { start_date: '2026-11-03', end_date: '2026-11-07', kind: 'limited', sports: 'Run', reason: 'Work' },
    ]);
  });

  it('shows a block that spans two pages once', async () => {
    const server = connected();
    await server.call('tp_create_availability', { start_date: '2026-12-01', end_date: '2027-03-01', reason: 'Injury' });
    const { structured } = await server.call('tp_get_availability', { oldest: '2026-10-14', newest: '2027-06-01' });
    expect(objects(structured).filter(({ reason }) => reason === 'Injury')).toHaveLength(1);
  });

  it('says that there are no limits', async () => {
    const { structured } = await connected().call('tp_get_availability', {
      oldest: '2026-12-01',
      newest: '2026-12-20',
    });
    expect(structured.notes).toContainEqual('No limits in this window.');
  });

  it('fails when the platform is down', async () => {
    const server = connected();
    server.quirks.outage = true;
    expect((await server.call('tp_get_availability')).failure?.kind).toBe('upstream');
  });
});
