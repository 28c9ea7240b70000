import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../test/connected.ts';

const DIGEST_BUDGET = 12 * 1024;
const threshold = {
  date: '2026-10-20',
  tag: 'road',
  sport: 'ride',
  name: '4 x 8 threshold',
  steps: [
    {
      repeat: 4,
      steps: [
        { for: '8min', at: '100% FTP' },
        { for: '4min', at: '50% FTP' },
      ],
    },
  ],
};
type Server = ReturnType<typeof connected>;

/** Requests of a call, the look at who is asking left out. */
async function counted(server: Server, tool: string, args: object) {
  const before = server.requests.length;
  const answer = await server.call(tool, args);
  expect(answer.failure?.toText()).toBeUndefined();
  const sent = server.requests.slice(before).filter(({ url }) => !/\/athlete\/0$/.test(url));
  return { ...answer, sent, writes: sent.filter(({ method }) => method !== 'GET') };
}

const planned = (server: Server) =>
  server.sandbox.emulator.state.athletes.flatMap(({ calendar }) =>
    calendar.list().filter(({ name }) => name === '4 x 8 threshold'),
  );

describe('a coach of twenty athletes', () => {
  it('gets the digest of a week in one call, at most 2 + 2N requests and 12 KB', async () => {
    const answer = await counted(connected(), 'icu_roster_digest', {});
    const people = objects(answer.structured).length;
    expect(people).toBe(20);
    expect(answer.sent.length).toBeLessThanOrEqual(2 + 2 * people);
    expect(answer.writes).toEqual([]);
    expect(sizeOf(answer)).toBeLessThanOrEqual(DIGEST_BUDGET);
  });

  it('sees in the digest what the calendars hold, counted without the tool', async () => {
    const server = connected();
    const { structured } = await server.call('icu_roster_digest', {});
    for (const { athlete_id, planned_done } of objects(structured)) {
      const { state } = server.sandbox.emulator;
      const { planned: diary } = state.athletes.find(({ id }) => id === athlete_id)!.simulated;
      const week = diary.filter(({ day }) => day >= '2026-10-05' && day <= '2026-10-11');
      const done = week.filter(({ outcome }) => outcome === 'done');
      expect([athlete_id, planned_done]).toEqual([athlete_id, `${done.length}/${week.length}`]);
    }
  });

  it('finds in one request who has stopped and who does far more than usual', async () => {
    const answer = await counted(connected(), 'icu_triage_roster', {});
    expect(objects(answer.structured).map(({ athlete, rules }) => [athlete, rules])).toEqual([
      ['Marko Novak', 'load_jump'],
      ['Jan Golob', 'load_drop no_training'],
    ]);
    expect(answer.sent).toHaveLength(1);
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('finds an athlete in spite of accents and slips, and prepares a call with six requests', async () => {
    const server = connected();
    const found = await counted(server, 'icu_search_roster', { query: 'zupna' });
    const [row] = objects(found.structured);
    expect(row).toMatchObject({ athlete: 'Tina Zupan', athlete_id: '2049151' });
    const answer = await counted(server, 'icu_get_athlete_overview', { athlete: row!.athlete_id });
    expect(found.sent.length + answer.sent.length).toBeLessThanOrEqual(6);
    expect(answer.structured).toMatchObject({ athlete: { name: 'Tina Zupan' }, adherence: { of_days: 28 } });
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('sees who waits for an answer, and reads it', async () => {
    const server = connected();
    const list = await counted(server, 'icu_list_conversations', { unanswered_only: true });
    const [row] = objects(list.structured);
    expect(row).toMatchObject({ athlete: 'Ana Kovač', thread_id: '8100', last_from: 'other' });
    const { structured } = await server.call('icu_read_conversation', {
      where: row!.where,
      thread_id: row!.thread_id,
      athlete: row!.athlete_id,
    });
    expect(objects(structured).at(-1)).toMatchObject({ from: 'me', text: 'Can we move Thursday?' });
  });

  it('sees which sessions will not reach a watch, with one request more than athletes', async () => {
    const server = connected();
    const answer = await counted(server, 'icu_get_roster_delivery', {});
    const { athletes, sessions, not_sent } = answer.structured.coverage as Record<string, number>;
    expect(answer.sent.length).toBeLessThanOrEqual(athletes! + 1);
    const silent = server.sandbox.emulator.state.athletes.filter(({ number }) => number > 0 && number % 3 === 0);
    expect(new Set(objects(answer.structured).map(({ athlete_id }) => athlete_id))).toEqual(
      new Set(silent.map(({ id }) => id)),
    );
    expect(not_sent).toBeLessThan(sessions!);
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });
});

describe('planning for a group', () => {
  it('shows everybody’s own watts in one preview, writes each once, and again nothing', async () => {
    const server = connected();
    const preview = await counted(server, 'icu_schedule_workout', threshold);
    const { diff } = preview.structured.preview as { diff: { field: string; after: string }[] };
    expect(preview.writes).toEqual([]);
    expect(diff).toHaveLength(9);
    const { profile, simulated } = server.sandbox.emulator.state.athletes.find(({ id }) => id === 'i300012')!;
    const ftp = simulated.season.ftpSettingOn('2026-10-14');
    expect(diff[0]).toMatchObject({ field: `${profile.name} (i300012)`, after: expect.stringContaining(`= ${ftp} W`) });

    const commit = { ...threshold, preview_token: preview.structured.preview_token };
    const done = await counted(server, 'icu_schedule_workout', commit);
    const rows = objects(done.structured);
    expect(rows.filter(({ result }) => result === 'planned')).toHaveLength(9);
    expect(rows.find(({ athlete }) => athlete === 'Nejc Kos')).toMatchObject({ result: 'not allowed to write' });
    expect(done.writes).toHaveLength(9);
    expect(planned(server)).toHaveLength(9);

    const again = await counted(server, 'icu_schedule_workout', commit);
    expect(again.structured.written).toBe(false);
    expect(again.writes).toEqual([]);
    expect(planned(server)).toHaveLength(9);
  });

  it('finds a session whose answer was lost after the write, and does not plan it twice', async () => {
    const server = connected();
    const one = { ...threshold, tag: undefined, athletes: ['i300012', 'i300014'] };
    const { structured: preview } = await server.call('icu_schedule_workout', one);
    const scope = { method: 'POST', path: '/athlete/{id}/events/bulk' };
    server.sandbox.emulator.faults.inject('answer-lost', scope);
    const lost = await server.call('icu_schedule_workout', { ...one, preview_token: preview.preview_token });
    expect(objects(lost.structured).map(({ result }) => result)).toEqual(['planned', 'planned']);
    server.sandbox.emulator.faults.clear();
    const before = planned(server).length;
    const again = objects((await server.call('icu_schedule_workout', one)).structured);
    expect(planned(server).length).toBe(2);
    expect(before).toBe(2);
    expect(again.every(({ result }) => result === 'already there')).toBe(true);
  });
});
