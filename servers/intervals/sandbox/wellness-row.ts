import type { Day, WellnessDay } from '@core/sandbox/athlete';
import type { AthleteRecord } from './athlete-record.ts';
import { allKeys } from './shape/json.ts';
import { wellnessKeys } from './shape/keys.ts';
import { offsetTime, unprocessable } from './shape/refusal.ts';

const COMPUTED: ReadonlySet<string> = new Set([
  'ctl',
  'atl',
  'rampRate',
  'ctlLoad',
  'atlLoad',
  'sportInfo',
  'updated',
  'id',
]);

/** One day as the service shows it: the notes, and the fitness of the evening. */
export function wellnessRow(record: AthleteRecord, day: Day): Record<string, unknown> {
  const fitness = record.fitness.on(day);
  const past = day <= record.today();
  const recorded = past && day >= record.simulated.firstDay ? notes(record.simulated.wellness(day)) : {};
  return allKeys(wellnessKeys, {
    ...recorded,
    ...record.wellness.get(day),
    id: day,
    ctl: fitness.ctl,
    atl: fitness.atl,
    rampRate: fitness.rampRate,
    ctlLoad: fitness.ctlLoad,
    atlLoad: fitness.atlLoad,
    sportInfo: past ? sportInfo(record, day) : null,
    updated: record.wellness.get(day)?.updated ?? `${day}T05:10:00.000+00:00`,
  });
}

function notes(day: WellnessDay): Record<string, unknown> {
  return {
    weight: day.weightKg,
    restingHR: day.restingHr,
    hrv: day.hrvMs,
    sleepSecs: day.sleepSeconds,
    sleepScore: day.sleepScore,
    sleepQuality: day.sleepQuality,
    fatigue: day.fatigue,
    soreness: day.soreness,
    stress: day.stress,
    mood: day.mood,
    steps: day.steps,
    comments: day.comment,
    tempWeight: day.weightKg === undefined,
    tempRestingHR: day.restingHr === undefined,
    locked: false,
  };
}

function sportInfo(record: AthleteRecord, day: Day): unknown {
  const { season } = record.simulated;
  return [{ type: 'Ride', eftp: season.ftpOn(day), wPrime: record.profile.wPrime, pMax: record.profile.pMax }];
}

/** Writes the given fields of a day, nothing else. A locked day swallows updates without a word. */
export function writeWellness(record: AthleteRecord, day: Day, body: Record<string, unknown>): void {
  const codes = record.customItems
    .filter((item) => item.type === 'INPUT_FIELD')
    .map((item) => (item.content as { code?: string })?.code);
  for (const key of Object.keys(body)) {
    if (!wellnessKeys.includes(key) && !codes.includes(key))
      throw unprocessable(`Unrecognized wellness field [${key}]`);
  }
  const before = record.wellness.get(day) ?? {};
  if (before.locked === true) return;
  const values = Object.fromEntries(Object.entries(body).filter(([key]) => !COMPUTED.has(key)));
  record.wellness.set(day, { ...before, ...values, updated: offsetTime(record.clock.now()) });
}
