import type { CallContext } from '@core/mcp-kit';
import type { RosterPort, RosterWeek } from '@core/training-tools';
import type { IntervalsPort } from '../client/index.ts';
import type { WireWeek } from '../client/wire/summary.ts';
import { toAthlete } from '../domain/athlete/athlete.ts';
import { localDay } from '../domain/local-time.ts';

/** The roster of Intervals.icu: one request for everyone's weeks, one for who they are. */
export function rosterPort(ctx: CallContext<IntervalsPort>): RosterPort {
  const { port } = ctx;
  return {
    me: async () => {
      const [self, { items }] = await Promise.all([ctx.self(), port.roster.athletes({})]);
      return { id: self.id, name: self.name, role: items.some(({ id }) => id !== self.id) ? 'coach' : 'athlete' };
    },
    athletes: async () => {
      const [self, { items, skipped }] = await Promise.all([ctx.self(), port.roster.athletes({})]);
      return {
        items: items.map((wire) => {
          const { id, name, isSelf } = toAthlete(wire, self.id);
          return {
            id,
            name,
            tags: wire.icu_tags,
            lastSeen: localDay(wire.icu_last_seen),
            email: wire.email,
            mayWrite: isSelf || wire.icu_permission === 'WRITE',
          };
        }),
        skipped: skipped > 0 ? { 'cannot be read': skipped } : {},
      };
    },
    weeks: async (range, { tag } = {}) => {
      const self = await ctx.self();
      const { items, skipped } = await port.summary.weeks({
        athlete: self.id,
        everyone: true,
        ...range,
        ...(tag !== undefined && { tags: [tag] }),
      });
      return {
        items: items.flatMap((row) => toWeek(row) ?? []),
        skipped: skipped > 0 ? { 'cannot be read': skipped } : {},
      };
    },
  };
}

function toWeek(row: WireWeek): RosterWeek | undefined {
  const week = localDay(row.date);
  if (week === null) return undefined;
  const { fitness: ctl, fatigue: atl } = row;
  return {
    athlete: { id: row.athlete_id, name: row.athlete_name ?? row.athlete_id },
    week,
    activities: row.count ?? 0,
    movingS: row.moving_time,
    load: row.training_load,
    fitness: ctl === null || atl === null ? null : { ctl, atl },
    ramp: row.rampRate,
  };
}
