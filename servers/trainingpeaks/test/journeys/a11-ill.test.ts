import { describe, expect, it } from 'vitest';
import { objects, TODAY } from '../connected.ts';
import { journey } from './journey.ts';

describe('A11: I am ill until Monday', () => {
  it('names the sessions that are affected, then blocks the days, and leaves the sessions to the person', async () => {
    const { ask, cost, server } = journey();
    const call = { start_date: TODAY, end_date: '2026-10-19', reason: 'Sick' };
    const preview = await ask('tp_create_availability', { ...call, dry_run: true });
    const { notes } = preview.structured.preview as { notes: string[] };
    expect(notes.map((note) => note.slice(22, 32))).toEqual(['2026-10-14', '2026-10-15', '2026-10-17']);
    const { preview_token } = preview.structured;
    const done = await ask('tp_create_availability', { ...call, preview_token });
    expect(done.structured).toMatchObject({ written: true, availability: { reason: 'Sick', kind: 'unavailable' } });
    const { tools, bytes } = cost();
    expect(tools).toBe(2);
    expect(bytes).toBeLessThanOrEqual(3 * 1024);
    const sent = server.requests.filter(({ method, url }) => method === 'POST' && url.includes('/availability'));
    expect(sent).toHaveLength(1);
    const days = objects((await ask('tp_get_availability')).structured);
    expect(days[0]).toMatchObject({ start_date: TODAY, end_date: '2026-10-19' });
  });
});
