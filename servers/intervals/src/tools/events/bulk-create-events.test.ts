import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const day = (n: number) => `2026-12-${String(n).padStart(2, '0')}`;
const steps = [{ for: '60min', at: '70% FTP' }];
const week = [1, 2, 3].map((n) => ({ date: day(n), sport: 'Ride', name: `Ride ${n}`, steps }));

describe('icu_bulk_create_events', () => {
  it('asks once, writes all in one request, and reads back what the platform understood', async () => {
    const server = connected();
    const preview = await server.call('icu_bulk_create_events', { events: week });
    expect(preview.structured).toMatchObject({ written: false, preview: { diff: { length: 3 } } });
    const { structured } = await server.call('icu_bulk_create_events', {
      events: week,
      preview_token: preview.structured.preview_token,
    });
    expect(objects(structured)).toMatchObject(
      week.map(({ date, name }) => ({ start: date, name, planned_time_s: 3600, planned_load: 49, structured: true })),
    );
    expect(structured.fitness).toMatchObject({ on_day: { date: day(3) } });
    expect(structured).not.toHaveProperty('notes');
    expect(server.requests.filter(({ method }) => method !== 'GET')).toHaveLength(1);
  });

  it('adds only what is not there yet when it is repeated with more', async () => {
    const server = connected({}, {});
    const send = async (events: object[]) => {
      const { structured } = await server.call('icu_bulk_create_events', { events });
      return server.call('icu_bulk_create_events', { events, preview_token: structured.preview_token });
    };
    await send(week);
    const more = await send([...week, { date: day(4), category: 'NOTE', name: 'Rest' }]);
    expect(more.structured).toMatchObject({ already_there: 3, rows: { length: 1 } });
    const same = await server.call('icu_bulk_create_events', { events: week });
    expect(same.structured).toMatchObject({ written: false, rows: [] });
  });

  it('stays within the budget with sixty sessions', async () => {
    const events = Array.from({ length: 60 }, (_, i) => ({
      date: day(1 + (i % 28)),
      sport: 'Ride',
      name: `Ride ${i}`,
      steps,
    }));
    const server = connected();
    const { structured, text } = await server.call('icu_bulk_create_events', { events });
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.cap);
    const done = await server.call('icu_bulk_create_events', { events, preview_token: structured.preview_token });
    expect(sizeOf(done)).toBeLessThanOrEqual(answerBudget.cap);
    expect(done.structured.rows).toHaveLength(60);
  });

  it('names the entry and the field that cannot be read', async () => {
    const { failure } = await connected().call('icu_bulk_create_events', {
      events: [week[0], { date: day(2), name: 'x' }],
    });
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('events[1] category') });
  });
});
