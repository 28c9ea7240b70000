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

/** Names of the FIT enumerations in the order of their numbers: the golden file prints numbers, the reader gives names. */
const SPORTS = (
  'generic running cycling transition fitness_equipment swimming basketball soccer tennis american_football training ' +
  'walking cross_country_skiing alpine_skiing snowboarding rowing mountaineering hiking multisport paddling flying ' +
  'e_biking motorcycling boating driving golf hang_gliding horseback_riding hunting fishing inline_skating ' +
  'rock_climbing sailing ice_skating sky_diving snowshoeing snowmobiling stand_up_paddleboarding surfing wakeboarding ' +
  'water_skiing kayaking rafting windsurfing kitesurfing tactical jumpmaster boxing floor_climbing _ _ _ _ diving'
).split(' ');
const SUB_SPORTS = (
  'generic treadmill street trail track spin indoor_cycling road mountain downhill recumbent cyclocross hand_cycling ' +
  'track_cycling indoor_rowing elliptical stair_climbing lap_swimming open_water flexibility_training ' +
  'strength_training warm_up match exercise challenge indoor_skiing cardio_training indoor_walking e_bike_fitness bmx ' +
  'casual_walking speed_walking bike_to_run_transition run_to_bike_transition swim_to_bike_transition atv motocross ' +
  'backcountry resort rc_drone wingsuit whitewater skate_skiing yoga pilates indoor_running gravel_cycling ' +
  'e_bike_mountain commuting mixed_surface navigate track_me map single_gas_diving multi_gas_diving gauge_diving ' +
  'apnea_diving apnea_hunting virtual_activity obstacle'
).split(' ');

/** The number of a name, the name itself when it is not listed, nothing when the file does not say. */
function numberOf(name: string | null, names: readonly string[]): number | string | undefined {
  if (name === null) return undefined;
  const number = names.indexOf(name);
  return number < 0 ? name : number;
}

function sessionOf(session: Summary): Golden {
  return {
    sport: numberOf(session.sport, SPORTS),
    sub_sport: numberOf(session.subSport, SUB_SPORTS),
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
