import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../test/connected.ts';

const TODAY = '2026-10-14';
const MONDAY = '2026-10-12';
const shifted = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** What the rules look at, from what the simulator knows to be true: nothing of the server or of `@core/metrics`. */
function truthOf({ truth }: ReturnType<typeof connected>['sandbox']['athlete']) {
  const week = (back: number) =>
    Array.from({ length: 7 }, (_, i) => truth.loadOn(shifted(MONDAY, i - 7 * back)).atl).reduce((a, b) => a + b, 0);
  const { ctl, atl } = truth.fitnessOn(TODAY);
  const last = week(1);
  const usual = (week(2) + week(3) + week(4) + week(5)) / 4;
  return { ctl, form: ctl - atl, ramp: ctl - truth.fitnessOn(shifted(TODAY, -7)).ctl, last, usual };
}

describe('triage of twenty simulated athletes', () => {
  const server = connected();
  const people = server.sandbox.emulator.state.athletes;

  it('looks at the numbers that are true', async () => {
    const rows = objects((await server.call('icu_triage_roster', { all: true })).structured);
    expect(rows).toHaveLength(20);
    for (const row of rows) {
      const true_ = truthOf(people.find(({ id }) => id === row.athlete_id)!.simulated);
      expect(row.ctl, `${row.athlete} ctl`).toBeCloseTo(true_.ctl, 0);
      expect(Math.abs(Number(row.form) - true_.form), `${row.athlete} form`).toBeLessThan(0.2);
      expect(Math.abs(Number(row.ramp) - true_.ramp), `${row.athlete} ramp`).toBeLessThan(0.2);
      expect(Math.abs(Number(row.last_week_load) - true_.last), `${row.athlete} last week`).toBeLessThan(1);
      expect(Math.abs(Number(row.usual_week_load) - true_.usual), `${row.athlete} usual week`).toBeLessThan(1);
    }
  });

  it('flags exactly those whom the bounds mean, each with its rule', async () => {
    const rows = objects((await server.call('icu_triage_roster', { all: true })).structured);
    for (const row of rows) {
      const { form, ramp, last, usual } = truthOf(people.find(({ id }) => id === row.athlete_id)!.simulated);
      const wanted = [
        ...(form < -30 ? ['form_low'] : []),
        ...(ramp > 8 ? ['ramp_high'] : []),
        ...(last / usual > 1.5 ? ['load_jump'] : []),
        ...(last / usual < 0.5 ? ['load_drop'] : []),
        ...(last === 0 ? ['no_training'] : []),
      ];
      expect(
        String(row.rules ?? '')
          .split(' ')
          .filter(Boolean),
        String(row.athlete),
      ).toEqual(wanted);
    }
  });

  it('takes the coach’s own bound, and says whose it is', async () => {
    const own = connected();
    await own.call('icu_set_preferences', { rule: 'form_low', bound: -10 });
    const { structured } = await own.call('icu_triage_roster', {});
    const low = objects(structured).filter(({ rules }) => String(rules).includes('form_low'));
    const true_ = people.filter(({ simulated }) => truthOf(simulated).form < -10).map(({ id }) => id);
    expect(low.map(({ athlete_id }) => athlete_id).sort()).toEqual(true_.sort());
    expect(structured.rules).toContainEqual(expect.stringContaining('form_low: below -10 points; set by the coach'));
  });
});

describe('what the digest alone looks at', () => {
  const server = connected();
  const { state } = server.sandbox.emulator;
  const people = state.athletes;
  const now = state.clock.now();
  /** Everybody stays away a day longer than the one before; two of three have written, each seven hours earlier. */
  const truth = people.map(({ id, simulated }, i) => {
    const week = simulated.planned.filter(({ day }) => day >= shifted(MONDAY, -7) && day < MONDAY);
    return {
      id,
      missed: week.filter(({ outcome }) => outcome !== 'done').length,
      hours: i === 0 || i % 3 === 0 ? null : 7 * i,
      away: i,
    };
  });
  for (const { id, away } of truth) {
    people.find((each) => each.id === id)!.settings.icu_last_seen = `${shifted(TODAY, -away)}T08:00:00`;
  }
  const chats = truth.slice(1).map(({ id, hours }, i) => ({
    id: 9100 + i,
    type: 'PRIVATE',
    name: null,
    other_athlete_id: id,
    role: 'MEMBER',
    new_message_count: hours === null ? 0 : 1,
    updated: new Date(Number(now) - (hours ?? 100) * 3_600_000).toISOString(),
  }));
  state.me.conversations.chats.splice(0, state.me.conversations.chats.length, ...chats);

  it('flags missed sessions, messages that wait and who stayed away, for each of twenty and for nobody else', async () => {
    const rows = objects((await server.call('icu_roster_digest', {})).structured);
    expect(rows).toHaveLength(20);
    for (const { athlete_id, athlete, why } of rows) {
      const { missed, hours, away } = truth.find(({ id }) => id === athlete_id)!;
      const wanted = [
        ...(missed > 1 ? [`${missed} planned sessions of the week have no activity, over 1.`] : []),
        ...(hours !== null && hours > 48
          ? [
              `A message has waited for ${hours < 72 ? `${hours} hours` : `${Math.floor(hours / 24)} days`}, over 48 hours.`,
            ]
          : []),
        ...(away > 10 ? [`Not seen for ${away} days, over 10.`] : []),
      ];
      const said = String(why ?? '').match(/(\d+ planned session|A message has|Not seen)[^.]*\./g) ?? [];
      expect([...said], String(athlete)).toEqual(wanted);
    }
  });

  it('meets each of the three both ways, so that the look at all of them can fail', () => {
    for (const [flagged, all] of [
      [truth.filter(({ missed }) => missed > 1), truth],
      [truth.filter(({ hours }) => hours !== null && hours > 48), truth.filter(({ hours }) => hours !== null)],
      [truth.filter(({ away }) => away > 10), truth],
    ] as const) {
      expect(flagged.length).toBeGreaterThan(0);
      expect(flagged.length).toBeLessThan(all.length);
    }
  });
});
