import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('icu_get_fitness_summary', () => {
  it('gives the platform’s values of today with form, and form on the next race as the chart projects it', async () => {
    const server = connected();
    const { structured } = await server.call('icu_get_fitness_summary');
    expect(structured.today).toMatchObject({
      date: '2026-10-14',
      ctl: 52.2,
      atl: 48.9,
      form: 3.3,
      form_band: expect.any(String),
    });
    const { next_race } = structured.ahead as { next_race: Record<string, number> };
    expect(next_race).toMatchObject({ name: 'Autumn 10k', date: '2026-11-08', in_days: 25 });
    const chart = await server.call('icu_get_fitness_chart', { oldest: '2026-10-14', newest: '2026-11-08' });
    const last = (chart.structured.rows as (number | string)[][]).at(-1)!;
    const column = (name: string) => last[(chart.structured.columns as string[]).indexOf(name)];
    expect(next_race).toMatchObject({ ctl: column('ctl'), atl: column('atl'), form: column('form') });
  });

  it('fails for somebody whom the key cannot see', async () => {
    const { failure } = await connected().call('icu_get_fitness_summary', { athlete: 'i1' });
    expect(failure?.kind).toBe('not_found');
  });
});
