import { addDays, type Cell } from '@core/mcp-kit';
import { mondayOf } from '@core/metrics/day';
import type { WireEvent } from '../../client/wire/event.ts';
import { km } from '../si.ts';
import { eventDay, isSession, lastDay } from './event.ts';

export const weekColumns = [
  'week',
  'phase',
  'sport',
  'target_load',
  'target_time_s',
  'target_distance_km',
  'planned_load',
  'planned_time_s',
  'sessions',
  'note',
];

/** Blocks of the season, in order. */
export function phases(events: readonly WireEvent[]): Record<string, unknown>[] {
  return events
    .filter(({ category }) => category === 'PLAN' || category === 'SEASON_START')
    .map((event) => ({
      event_id: event.id,
      category: event.category,
      name: event.name,
      from: eventDay(event),
      to: lastDay(event),
    }));
}

/** Races of the season, in order. */
export function races(events: readonly WireEvent[]): Record<string, unknown>[] {
  return events
    .filter(({ category }) => category?.startsWith('RACE_') === true)
    .map((event) => ({
      event_id: event.id,
      priority: event.category?.slice(5),
      date: eventDay(event),
      name: event.name,
      sport: event.type,
    }));
}

/**
 * One row a week and target: what is aimed at beside what is planned. A week without a target has one row of its planned
 * sessions, so that a missing target is seen. Targets and plans are never added up.
 */
export function weekRows(events: readonly WireEvent[], oldest: string, newest: string): Record<string, Cell>[] {
  const rows: Record<string, Cell>[] = [];
  for (let week = mondayOf(oldest); week <= newest; week = addDays(week, 7)) {
    const inWeek = events.filter((event) => mondayOf(eventDay(event) ?? '1970-01-01') === week);
    const targets = inWeek.filter(({ category }) => category === 'TARGET');
    const sessions = inWeek.filter(isSession);
    const shared = {
      week,
      phase: phaseOn(events, week),
      note: inWeek.find(({ category, plan_applied }) => category === 'NOTE' && plan_applied !== null)?.name ?? null,
    };
    if (targets.length === 0 && sessions.length === 0 && shared.note === null) continue;
    if (targets.length === 0) rows.push({ ...shared, ...plannedOf(sessions) });
    for (const target of targets) {
      const own = target.type === null ? sessions : sessions.filter(({ type }) => family(type) === family(target.type));
      rows.push({ ...shared, sport: target.type, ...aimOf(target), ...plannedOf(own) });
    }
  }
  return rows;
}

function aimOf(target: WireEvent): Record<string, Cell> {
  return {
    target_load: target.load_target,
    target_time_s: target.time_target,
    target_distance_km: km(target.distance_target),
  };
}

function plannedOf(sessions: readonly WireEvent[]): Record<string, Cell> {
  const loads = sessions.flatMap(({ icu_training_load }) => icu_training_load ?? []);
  const times = sessions.flatMap(({ moving_time }) => moving_time ?? []);
  return { planned_load: sum(loads), planned_time_s: sum(times), sessions: sessions.length };
}

const sum = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((total, value) => total + value, 0);

/** `VirtualRide` counts towards a target of `Ride`. */
const family = (sport: string | null) =>
  sport?.replace(/^(Virtual|Gravel|MountainBike|Trail|OpenWater|Track)/, '') ?? null;

function phaseOn(events: readonly WireEvent[], week: string): string | null {
  const sunday = addDays(week, 6);
  const found = events.find(
    (event) => event.category === 'PLAN' && (eventDay(event) ?? '') <= sunday && (lastDay(event) ?? '') >= week,
  );
  return found?.name ?? null;
}
