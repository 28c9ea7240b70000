import type { RatedRide, RatedRides } from '../domain/load/rated-rides.ts';
import { isEstimated, type TrainingLoad } from '../domain/load/training-load.ts';
import { loadWords } from '../language/load.ts';
import type { Port } from '../port.ts';

const MOST_SHOWN = 10;

/** What the numbers rest on, history included. `with_data`: rides with a load; `estimated`: those of them by heart rate. */
export function loadCoverage(rides: readonly RatedRide[], { series }: TrainingLoad) {
  const rated = rides.filter(({ load }) => load.load !== null);
  return {
    days: series.ctl.length,
    rides: rides.length,
    with_data: rated.length,
    estimated: rated.filter(isEstimated).length,
    skipped: rides.length - rated.length,
    not_read: rides.filter(isNotRead).length,
  };
}

/** Rides without a load, each with its reason; the newest few of them. */
export function skippedRides(rides: readonly RatedRide[]) {
  return rides
    .flatMap(({ id, day, load }) => (load.load === null ? [{ activity_id: id, date: day, reason: load.reason }] : []))
    .slice(0, MOST_SHOWN);
}

/** How it was computed and what is missing, in the athlete's language. */
export function loadNotes({ rides, unreadable, training }: RatedRides, { seed }: TrainingLoad, port: Port): string[] {
  const words = loadWords(port.language);
  const notRead = rides.filter(isNotRead).length;
  const without = rides.filter(({ load }) => load.load === null).length;
  const todays = rides.filter(
    (ride) => ride.ftpSource === 'profile' && 'method' in ride.load && ride.load.method === 'power',
  );
  return [
    words.method,
    seed === 'mean' ? words.seedMean : words.seedZero,
    ...(rides.length === 0 ? [words.empty] : []),
    ...(without > 0 ? [words.incomplete(without)] : []),
    ...(notRead > 0 ? [words.goOn(notRead)] : []),
    ...(unreadable > 0 ? [words.unreadable(unreadable)] : []),
    ...(training.member.ftp === null && port.thresholdSettings.ftp === undefined ? [words.noFtp] : []),
    ...(todays.length > 0 ? [words.todaysFtp(todays.length)] : []),
    ...(rides.some(isEstimated) ? [words.todaysLthr] : []),
  ];
}

function isNotRead({ load }: RatedRide): boolean {
  return 'notTried' in load && load.notTried === true;
}
