import type { FitActivity, ProblemKind, Summary } from '@core/activity-files';
import type { Golden } from './constants.ts';

/**
 * Counts of the file and what the device itself summarised. The golden file counts bytes that begin no FIT file as one
 * more file.
 */
export function fitFacts(activity: FitActivity, expected: Golden): Golden {
  const counts = activity.messageCounts();
  const countOf = (number: number) => counts.find((message) => message.number === number)?.count ?? 0;
  const timers = activity.sessions.map((session) => session.timerS).filter((timer) => timer !== null);
  const { pauses } = activity.samples;
  return {
    files: activity.files + (activity.problems.some(({ kind }) => kind === 'trailing' || kind === 'not_fit') ? 1 : 0),
    messages: counts.reduce((sum, { count }) => sum + count, 0),
    records: countOf(20),
    laps: activity.laps.length,
    sessions: activity.sessions.length,
    events: activity.events.length,
    hrv: countOf(78),
    lengths: activity.lengths.length,
    workout_steps: countOf(27),
    session_timer_s: timers.length === 0 ? null : timers.reduce((sum, timer) => sum + timer, 0),
    problems: expected.problems?.map((said: string) =>
      activity.problems.some(({ kind }) => meant(said).includes(kind)) ? said : 'not noticed',
    ),
    message_counts: Object.fromEntries(counts.map(({ number, count }) => [number, count])),
    device_session: activity.sessions.map(sessionOf),
    timer_pauses: pauses.length,
    timer_paused_s: pauses.reduce((sum, { from, to }) => sum + to - from, 0),
  };
}

/** The kinds of problem that a sentence of the file stands for. */
function meant(said: string): readonly ProblemKind[] {
  if (said.startsWith('header crc')) return ['header_crc'];
  if (said.startsWith('file crc')) return ['file_crc'];
  if (said.startsWith('no file crc')) return ['no_crc', 'truncated', 'data_size'];
  if (said.startsWith('data size')) return ['data_size'];
  if (said.startsWith('data without definition')) return ['no_definition'];
  if (said.startsWith('no FIT header at 0')) return ['not_fit'];
  if (said.startsWith('no FIT header')) return ['trailing', 'not_fit'];
  return ['truncated', 'data_size'];
}

const SPORTS = [
  'generic',
  'running',
  'cycling',
  'transition',
  'fitness_equipment',
  'swimming',
  'basketball',
  'soccer',
  'tennis',
  'american_football',
  'training',
  'walking',
  'cross_country_skiing',
  'alpine_skiing',
  'snowboarding',
  'rowing',
  'mountaineering',
  'hiking',
  'multisport',
  'paddling',
];
const OTHER_SPORTS: Readonly<Record<string, number>> = { diving: 53 };
const SUB_SPORTS: Readonly<Record<string, number>> = {
  generic: 0,
  treadmill: 1,
  street: 2,
  trail: 3,
  track: 4,
  spin: 5,
  indoor_cycling: 6,
  road: 7,
  mountain: 8,
  indoor_rowing: 14,
  lap_swimming: 17,
  open_water: 18,
  strength_training: 20,
  gravel_cycling: 46,
  multi_gas_diving: 54,
  virtual_activity: 58,
};

function sessionOf(session: Summary): Golden {
  const { sport, subSport } = session;
  return {
    sport: sport === null ? undefined : SPORTS.includes(sport) ? SPORTS.indexOf(sport) : (OTHER_SPORTS[sport] ?? sport),
    sub_sport: subSport === null ? undefined : (SUB_SPORTS[subSport] ?? subSport),
    timer_s: session.timerS,
    distance_m: session.distanceM,
    avg_power: session.avgPowerW,
    max_power: session.maxPowerW,
    np: session.normalizedPowerW,
    tss: session.trainingStressScore,
    intensity_factor: session.intensityFactor,
    threshold_power: session.thresholdPowerW,
    total_work_j: session.workJ,
    avg_hr: session.avgHeartRateBpm,
    max_hr: session.maxHeartRateBpm,
    ascent_m: session.ascentM,
    descent_m: session.descentM,
  };
}

/** Seconds since the first record at which the device wrote a heart rate of 0: no beat, but nothing to bridge either. */
export function beatlessSeconds(activity: FitActivity): readonly number[] {
  if ((activity.cleaning.impossible.heart_rate ?? 0) === 0) return [];
  const startMs = activity.samples.startMs ?? 0;
  return activity
    .messages('record')
    .filter((record) => record.heart_rate === 0)
    .map((record) => Math.floor((Number(record.timestamp) - startMs) / 1000));
}
