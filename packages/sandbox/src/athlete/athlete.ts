import { type Course, courseOf } from './course.ts';
import { addDays, type Day } from './days.ts';
import { type Diary, writeDiary } from './diary.ts';
import { type Loads, loadsOf } from './load.ts';
import { type Motion, reusableSpace, type Space } from './motion.ts';
import { type AthleteProfile, DEMO_PROFILE } from './profile.ts';
import { moved, type Recording, record } from './recording.ts';
import { createSeason, type Season } from './season.ts';
import type { PlannedSession, Session } from './session.ts';
import { bestMean, type Fitness, fitnessByDay } from './truth.ts';
import { type WellnessDay, wellnessOn } from './wellness.ts';
import { YESTERDAY_WORK } from './yesterday.ts';

export interface AthleteOptions {
  readonly profile?: AthleteProfile;
  /** The athlete's local day now. */
  readonly today: Day;
  /** Days of history before today; 730 unless told. */
  readonly days?: number;
  /** Further days before those; what was done in them is numbered last. None unless told. */
  readonly earlierDays?: number;
}

/** One simulated person: a history that is generated when asked for, and always comes out the same. */
export interface SimulatedAthlete {
  readonly profile: AthleteProfile;
  readonly season: Season;
  readonly firstDay: Day;
  readonly today: Day;
  readonly sessions: readonly Session[];
  readonly planned: readonly PlannedSession[];
  /** The seconds of a session. The last few are kept, others are made again. */
  recording(session: Session): Recording;
  /** Loads by the measures that need no heart rate, or by heart rate where nothing else was measured. */
  loads(session: Session): Loads;
  /** A loop of the athlete's by its name. */
  course(name: string): Course;
  wellness(day: Day): WellnessDay;
  readonly truth: Truth;
}

/** What the simulator knows to be true, computed without any of the libraries under test. */
export interface Truth {
  /** True threshold power, W, and the one in the settings. */
  ftpOn(day: Day): number;
  ftpSettingOn(day: Day): number;
  /** Load of the day's sessions; strength is left out of `ctl`, as the platform's default does. */
  loadOn(day: Day): Fitness;
  /** Fitness and fatigue at the end of the day, from zero on the first day. */
  fitnessOn(day: Day): Fitness;
  /** Best mean power over the seconds in a range of days (last day included), W, and where it was ridden. */
  bestPower(seconds: number, from: Day, to: Day): { watts: number; session: Session } | undefined;
  /** Yesterday's ride against its plan, interval by interval: target and mean W, planned and done seconds. */
  yesterday(): { planned: PlannedSession; session: Session; intervals: YesterdayInterval[] };
}

export interface YesterdayInterval {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly plannedSeconds: number;
  readonly plannedWatts: number;
  readonly doneSeconds: number;
  readonly doneWatts: number;
}

const KEPT_RECORDINGS = 24;

export function createAthlete(options: AthleteOptions): SimulatedAthlete {
  const profile = options.profile ?? DEMO_PROFILE;
  const { days = 730, earlierDays = 0 } = options;
  const season = createSeason(profile, options.today);
  const courses = new Map<string, Course>();
  const recordings = new Map<number, Recording>();
  const loads = new Map<number, Loads>();
  let diary: Diary | undefined;
  let truth: Truth | undefined;
  const written = () => {
    diary ??= writeDiary(profile, season, days, earlierDays);
    return diary;
  };
  const courseNamed = (name: string) => {
    const known = courses.get(name) ?? courseOf(profile, name);
    courses.set(name, known);
    return known;
  };
  const motionOf = (session: Session, space?: Space): Motion =>
    moved(session, profile, session.courseName === undefined ? undefined : courseNamed(session.courseName), space);
  const scratch = reusableSpace();
  const athlete: SimulatedAthlete = {
    profile,
    season,
    firstDay: addDays(options.today, -days - earlierDays),
    today: options.today,
    get sessions() {
      return written().sessions;
    },
    get planned() {
      return written().planned;
    },
    recording(session) {
      const known = recordings.get(session.index) ?? record(session, profile, motionOf(session));
      recordings.delete(session.index);
      recordings.set(session.index, known);
      if (recordings.size > KEPT_RECORDINGS) recordings.delete(recordings.keys().next().value ?? -1);
      return known;
    },
    loads(session) {
      scratch.reuse();
      const known = loads.get(session.index) ?? loadsOf(session, profile, motionOf(session, scratch));
      loads.set(session.index, known);
      return known;
    },
    course: courseNamed,
    wellness: (day) => wellnessOn(day, profile, season, athlete.truth.fitnessOn(day)),
    get truth() {
      truth ??= truthOf(athlete);
      return truth;
    },
  };
  return athlete;
}

function truthOf(athlete: SimulatedAthlete): Truth {
  let fitness: Map<Day, Fitness> | undefined;
  const counted = (session: Session) => athlete.loads(session).counted;
  let byDay: Map<Day, Session[]> | undefined;
  const loadsOn = (day: Day): Fitness => {
    byDay ??= Map.groupBy(athlete.sessions, (session) => session.day);
    const sessions = byDay.get(day) ?? [];
    const forCtl = sessions.filter((session) => session.sport !== 'strength');
    return { atl: sum(sessions.map(counted)), ctl: sum(forCtl.map(counted)) };
  };
  return {
    ftpOn: athlete.season.ftpOn,
    ftpSettingOn: athlete.season.ftpSettingOn,
    loadOn: loadsOn,
    fitnessOn(day) {
      fitness ??= fitnessByDay(athlete.firstDay, addDays(athlete.today, 60), loadsOn);
      return fitness.get(day) ?? { ctl: 0, atl: 0 };
    },
    bestPower(seconds, from, to) {
      let best: { watts: number; session: Session } | undefined;
      for (const session of athlete.sessions) {
        if (session.day < from || session.day > to || !session.sensors.power) continue;
        const power = athlete.recording(session).channels.power;
        const watts = power && bestMean(power, seconds);
        if (watts !== undefined && (best === undefined || watts > best.watts)) best = { watts, session };
      }
      return best;
    },
    yesterday: () => yesterdayOf(athlete),
  };
}

function yesterdayOf(athlete: SimulatedAthlete): ReturnType<Truth['yesterday']> {
  const day = addDays(athlete.today, -1);
  const planned = athlete.planned.find((item) => item.day === day);
  const session = athlete.sessions.find((item) => item.day === day);
  if (!planned || !session) throw new Error(`no session on ${day}: the history is shorter than a day`);
  const recording = athlete.recording(session);
  const power = recording.channels.power;
  const work = recording.laps.filter((lap) => lap.step.kind === 'work');
  const intervals = work.map((lap, i) => {
    const goal = YESTERDAY_WORK[i]!;
    const stretch = Array.from(power?.slice(lap.startIndex, lap.endIndex) ?? []);
    return {
      startIndex: lap.startIndex,
      endIndex: lap.endIndex,
      plannedSeconds: goal.plannedSeconds,
      plannedWatts: goal.plannedShare * session.thresholdSet,
      doneSeconds: lap.endIndex - lap.startIndex,
      doneWatts: sum(stretch) / stretch.length,
    };
  });
  return { planned, session, intervals };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
