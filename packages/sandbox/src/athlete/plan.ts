import { pick, type Random } from '../engine/random.ts';
import { type Day, weekday } from './days.ts';
import type { Season } from './season.ts';
import type { Sport } from './session.ts';
import { RIDE_TITLES, RUN_TITLES } from './texts.ts';
import { intervals, steady, thresholdTest, type Workout } from './workout.ts';

/** One thing to do on a day, before it is known whether it was done. */
export interface Idea {
  readonly sport: Sport;
  readonly title: string;
  readonly workout: Workout;
  readonly structured: boolean;
  readonly planned: boolean;
  readonly race: boolean;
  readonly commute: boolean;
  readonly course: string | undefined;
}

/** The one workout that is ridden against the true threshold, not the settings. */
export const TEST_TITLE = 'FTP test';

const idea = (sport: Sport, title: string, workout: Workout, extra: Partial<Idea> = {}): Idea => ({
  sport,
  title,
  workout,
  structured: false,
  planned: false,
  race: false,
  commute: false,
  course: undefined,
  ...extra,
});

/** What the season and the weekday ask for. Sick days ask for nothing. */
export function ideasFor(day: Day, season: Season, random: Random, volume: number): Idea[] {
  if (season.isSick(day)) return [];
  if (season.isHoliday(day)) return weekday(day) % 2 === 0 ? [hike()] : [];
  if (season.isRaceDay(day)) return [race(random)];
  if (season.isTestDay(day)) {
    return [idea('virtual-ride', TEST_TITLE, thresholdTest(), { structured: true, planned: true })];
  }
  const size = volume * (season.isRecoveryWeek(day) ? 0.6 : 1) * (season.phaseOn(day) === 'transition' ? 0.7 : 1);
  return weekTemplate(day, season, random, size);
}

function weekTemplate(day: Day, season: Season, random: Random, size: number): Idea[] {
  const off = season.phaseOn(day) === 'transition';
  switch (weekday(day)) {
    case 1:
      return random() < 0.5 ? [strength(random)] : [];
    case 2:
      return off ? [] : [quality(day, season, random, 0)];
    case 3:
      return [easyRun(random, size), ...(random() < 0.25 ? [commute(random)] : [])];
    case 4:
      return off ? [strength(random)] : [quality(day, season, random, 1)];
    case 5:
      return random() < 0.6 ? [swim(random)] : [];
    case 6:
      return [longRide(season, day, random, size)];
    default:
      return [random() < 0.55 ? longRun(random, size) : enduranceRide(random, size)];
  }
}

/** The two hard rides of a week, by phase. */
function quality(day: Day, season: Season, random: Random, slot: 0 | 1): Idea {
  const indoor = isDark(day) || random() < 0.25;
  const base = season.phaseOn(day) === 'base';
  const sweetSpot = () => ({
    title: '3 x 12 min sweet spot',
    workout: intervals('power', 3, { minutes: 12, at: 0.9 }, { minutes: 4, at: 0.55 }),
  });
  const threshold = () => ({
    title: '2 x 20 min threshold',
    workout: intervals('power', 2, { minutes: 20, at: 0.97 }, { minutes: 5, at: 0.5 }),
  });
  const vo2 = () => ({
    title: '5 x 4 min VO2max',
    workout: intervals('power', 5, { minutes: 4, at: 1.12 }, { minutes: 4, at: 0.5 }),
  });
  const tempo = () => ({
    title: '2 x 30 min tempo',
    workout: intervals('power', 2, { minutes: 30, at: 0.82 }, { minutes: 5, at: 0.55 }),
  });
  const short = () => ({
    title: '10 x 1 min hard',
    workout: intervals('power', 10, { minutes: 1, at: 1.3 }, { minutes: 2, at: 0.45 }),
  });
  const menu = slot === 0 ? (base ? [tempo, sweetSpot] : [vo2, short]) : base ? [sweetSpot] : [threshold, sweetSpot];
  const chosen = pick(random, menu)();
  return idea(indoor ? 'virtual-ride' : 'ride', chosen.title, chosen.workout, {
    structured: true,
    planned: true,
    course: indoor ? undefined : 'Barje flat loop',
  });
}

function isDark(day: Day): boolean {
  const month = Number(day.slice(5, 7));
  return month >= 11 || month <= 3;
}

function minutes(value: number): number {
  return Math.max(20, Math.round(value / 5) * 5);
}

function longRide(season: Season, day: Day, random: Random, size: number): Idea {
  const length = minutes((season.phaseOn(day) === 'build' ? 195 : 170) * size * (0.9 + 0.2 * random()));
  const course = pick(random, ['Krim climb loop', 'Polhov Gradec rollers', 'Polhov Gradec rollers']);
  const gravel = random() < 0.15;
  const workout = steady('power', length, 0.66, 0.72, random() < 0.35 ? 4 : 0);
  return gravel
    ? idea('gravel-ride', 'Gravel day', workout, { planned: true, course: 'Gravel along the Sava' })
    : idea('ride', 'Long ride', workout, { planned: true, course });
}

function enduranceRide(random: Random, size: number): Idea {
  const workout = steady('power', minutes(85 * size), 0.62, 0.68, random() < 0.2 ? 3 : 0);
  return idea('ride', pick(random, RIDE_TITLES), workout, {
    course: pick(random, ['Barje flat loop', 'Polhov Gradec rollers']),
  });
}

function commute(random: Random): Idea {
  const workout = steady('power', minutes(25 + 10 * random()), 0.55, 0.6);
  return idea('ride', 'Commute', workout, { commute: true, course: 'Barje flat loop' });
}

function easyRun(random: Random, size: number): Idea {
  const workout = steady('pace', minutes(40 * size), 0.74, 0.8);
  return idea('run', pick(random, RUN_TITLES), workout, { course: 'Ljubljanica out and round' });
}

function longRun(random: Random, size: number): Idea {
  if (random() < 0.4) {
    const workout = intervals(
      'pace',
      6,
      { minutes: 3, at: 1.03 },
      { minutes: 2, at: 0.68 },
      { warmup: 12, cooldown: 8 },
    );
    return idea('run', '6 x 3 min at threshold', workout, {
      structured: true,
      planned: true,
      course: 'Ljubljanica out and round',
    });
  }
  const trail = random() < 0.4;
  const workout = steady('pace', minutes(68 * size), 0.74, 0.8);
  return idea(trail ? 'trail-run' : 'run', trail ? 'Golovec trails' : 'Long run', workout, {
    planned: true,
    course: trail ? 'Golovec trails' : 'Ljubljanica out and round',
  });
}

function swim(random: Random): Idea {
  const n = 8 + Math.floor(random() * 5);
  const workout = intervals('pace', n, { minutes: 3, at: 0.93 }, { minutes: 1, at: 0 }, { warmup: 6, cooldown: 5 });
  return idea('swim', `${n} x 200 m`, workout);
}

function strength(random: Random): Idea {
  return idea('strength', 'Gym', steady('pace', minutes(40 + 15 * random()), 0.5, 0.6));
}

function hike(): Idea {
  return idea('hike', 'Hike', steady('pace', 150, 0.32, 0.38), { course: 'Golovec trails' });
}

/** Two hours of surges and sitting in. */
function race(random: Random): Idea {
  const steps = Array.from({ length: 90 }, () => {
    const at = random() < 0.28 ? 1.1 + random() * 0.6 : 0.4 + random() * 0.45;
    return { kind: 'work' as const, seconds: 30 + Math.floor(random() * 90), low: at, high: at };
  });
  return idea(
    'ride',
    'Road race',
    { target: 'power', blocks: [{ repeat: 1, steps }] },
    { race: true, planned: true, course: 'Polhov Gradec rollers' },
  );
}
