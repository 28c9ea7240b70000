import { describe, expect, it } from 'vitest';
import { renderText } from '../../respond/render-text.ts';
import { answerFaults, type CheckedAnswer } from './answer-faults.ts';

const athlete = { id: 'i1', name: 'Maja' };

/** What is wrong with an answer that says all of it in its text. */
function faultsOf(structured: Record<string, unknown>, more: Partial<CheckedAnswer> = {}): string[] {
  return answerFaults({ structured, text: renderText(structured), aboutAthlete: false, asked: false, ...more });
}

const many = (count: number) => ({
  columns: ['date', 'load'],
  rows: Array.from({ length: count }, () => ['2026-10-14', 100]),
});

describe('an answer', () => {
  it('without a fault has none', () => {
    expect(faultsOf({ athlete, ...many(3), total: 3 }, { aboutAthlete: true })).toEqual([]);
  });

  it('stays in the budget that it was asked for', () => {
    expect(faultsOf(many(300))).toEqual([expect.stringMatching(/^takes \d+ of 8192 bytes$/)]);
    expect(faultsOf(many(300), { asked: true })).toEqual([]);
    expect(faultsOf(many(900), { asked: true })).toEqual([expect.stringMatching(/^takes \d+ of 24576 bytes$/)]);
  });

  it('is not told at length', () => {
    const text = `${renderText(many(30))}\n${'word '.repeat(200)}`;
    expect(faultsOf(many(30), { text })).toEqual([expect.stringMatching(/^has \d+ bytes of text over \d+$/)]);
  });

  it('says whom it is about', () => {
    expect(faultsOf({ load: 1 }, { aboutAthlete: true })).toEqual(['does not say whom it is about']);
    expect(faultsOf({ athlete: { id: 'i1' }, load: 1 }, { aboutAthlete: true })).toHaveLength(1);
  });

  it('goes on where it was cut', () => {
    const cut = { ...many(2), total: 5, left_out: 3 };
    expect(faultsOf({ ...cut, next: 'icu_get_events {"cursor":"k-3f"}' })).toEqual([]);
    expect(faultsOf(cut)).toEqual(['leaves 3 out without the call that goes on']);
    expect(faultsOf({ ...cut, next: 'ask for more' })).toHaveLength(1);
  });

  it.each([
    [{ name: 'NaN W' }, 'says NaN'],
    [{ name: 'for undefined' }, 'says undefined'],
    [{ name: '[object Object]' }, 'says [object Object]'],
  ])('holds no broken value such as %j', (structured, fault) => {
    expect(faultsOf(structured)).toContain(fault);
  });

  it.each([
    [{ home_latitude: 46.05 }, 'shows home_latitude'],
    [{ latlng: '46.05 14.51' }, 'shows latlng'],
    [{ birth_date: '1990-01-01' }, 'shows birth_date'],
    [{ from: 'maja@example.com' }, 'shows an e-mail address in from'],
    [{ key: 'c2VjcmV0-c2VjcmV0-c2VjcmV0-c2VjcmV0-12345' }, 'shows what looks like a token in key'],
  ])('keeps to itself what is private: %j', (structured, fault) => {
    expect(faultsOf(structured)).toContain(fault);
  });

  it('may show what its tool is about, a share of a channel, and tokens that are to be sent back', () => {
    expect(faultsOf({ latitude: 46 }, { discloses: /^latitude$/ })).toEqual([]);
    expect(faultsOf({ coverage: { latitude_pct: 100 } })).toEqual([]);
    expect(faultsOf({ preview_token: 'mv7w9540pGZK3zteTB4WUxWOgnNg24yLCV3O6j2JZiyqOlzGeX8at' })).toEqual([]);
  });

  it('names its units, but for those that nobody has published', () => {
    expect(faultsOf({ mood: 3 })).toEqual(['does not say the unit of mood 3']);
    expect(faultsOf({ mood: 3 }, { ownScale: /^mood$/ })).toEqual([]);
  });

  it('writes a day as a day, an instant with its zone, and zoneless only the clock on the wall', () => {
    expect(faultsOf({ date: '2026-10-14', at: '2026-10-14T09:00:00Z', start: '2026-10-14T11:00' })).toEqual([]);
    for (const value of ['2026-10-14T09:00:00', '2026/10/14', '14.10.2026', '2026.10.14'])
      expect(faultsOf({ created: value })).toEqual([`has a date of another form in created: ${value}`]);
  });

  it('says ids and first numbers in its text too', () => {
    const structured = { event_id: '42', columns: ['power_w'], rows: [[241], [250]] };
    expect(faultsOf(structured, { text: 'event 42: 241 W' })).toEqual([]);
    expect(faultsOf(structured, { text: 'an event of 2410 W' })).toEqual([
      'does not say rows[0].power_w 241 in its text',
      'does not say event_id 42 in its text',
    ]);
  });
});
