import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('icu_get_athlete_summary', () => {
  it('puts everybody into one table with one request, lowest form first, and no e-mail', async () => {
    const server = connected();
    const { structured, text } = await server.call('icu_get_athlete_summary');
    const rows = objects(structured);
    expect(rows.length).toBeGreaterThan(15);
    const forms = rows.map(({ form }) => Number(form));
    expect(forms).toEqual([...forms].sort((a, b) => a - b));
    expect(rows.find(({ athlete_name }) => athlete_name === 'Maja Demo')).toMatchObject({
      week: '2026-10-12',
      sessions: 2,
      load: 109,
      ctl: 52.2,
    });
    expect(JSON.stringify(structured)).not.toContain('@');
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
    expect(server.requests.filter(({ url }) => url.includes('athlete-summary'))).toHaveLength(1);
  });

  it('compares weeks of chosen athletes', async () => {
    const { structured } = await connected().call('icu_get_athlete_summary', {
      oldest: '2026-09-28',
      newest: '2026-10-11',
      athlete_ids: ['i204915'],
    });
    expect(objects(structured).map(({ week }) => week)).toEqual(['2026-10-05', '2026-09-28']);
  });

  it('says so when nobody matches, and refuses a range that runs backwards', async () => {
    const server = connected();
    const none = await server.call('icu_get_athlete_summary', { tag: 'sailing' });
    expect((none.structured.notes as string[]).join()).toContain('No athlete matches');
    const { failure } = await server.call('icu_get_athlete_summary', { oldest: '2026-10-11', newest: '2026-10-01' });
    expect(failure?.kind).toBe('bad_input');
  });
});
