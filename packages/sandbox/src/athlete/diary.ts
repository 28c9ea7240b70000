import { between, pick, type Random, randomFrom, seedOf } from '../engine/random.ts';
import { addDays, type Day, daysBetween } from './days.ts';
import { type Idea, ideasFor, TEST_TITLE } from './plan.ts';
import type { AthleteProfile } from './profile.ts';
import type { Season } from './season.ts';
import type { PlannedSession, Sensors, Session, Source, Sport } from './session.ts';
import { HOSTILE_TEXTS } from './texts.ts';
import { durationOf, intervals, steady, type Workout } from './workout.ts';
import { executedYesterday, plannedYesterday } from './yesterday.ts';

export interface Diary {
  readonly sessions: readonly Session[];
  readonly planned: readonly PlannedSession[];
}

const PLAN_AHEAD_DAYS = 42;

/**
 * Everything done in the `days` before today, and everything planned from then until six weeks ahead. What lies in the
 * `earlierDays` before that is numbered last, so that a longer history leaves the numbers of a shorter one as they are.
 */
export function writeDiary(profile: AthleteProfile, season: Season, days: number, earlierDays = 0): Diary {
  const sessions: Session[] = [];
  const planned: PlannedSession[] = [];
  const first = addDays(season.today, -days);
  const recent = Array.from({ length: days + PLAN_AHEAD_DAYS + 1 }, (_, ahead) => addDays(first, ahead));
  const earlier = Array.from({ length: earlierDays }, (_, before) => addDays(first, -1 - before));
  for (const day of [...recent, ...earlier]) {
    const random = randomFrom(seedOf(profile.key, 'day', day));
    const fromToday = daysBetween(season.today, day);
    const lately = fromToday < 0 && -fromToday <= (profile.lately?.days ?? 0) ? profile.lately!.volume : 1;
    const ideas = fixedIdeas(fromToday) ?? ideasFor(day, season, random, profile.volume * (lately === 0 ? 1 : lately));
    ideas.forEach((idea, slot) => {
      const happened = fromToday < 0;
      const missed = lately === 0 || (happened && fromToday < -1 && !idea.race && random() < 0.07);
      const plannedIndex = idea.planned ? planned.length : undefined;
      const done = happened && !missed;
      if (plannedIndex !== undefined) {
        planned.push(plan(plannedIndex, day, idea, done ? sessions.length : undefined, happened));
      }
      if (done) sessions.push(perform(profile, season, day, slot, idea, random, sessions.length, plannedIndex));
    });
  }
  return { sessions: sessions.sort(byDay), planned: planned.sort(byDay) };
}

function byDay(a: { readonly day: Day; readonly index: number }, b: { readonly day: Day; readonly index: number }) {
  return daysBetween(b.day, a.day) || a.index - b.index;
}

/** Yesterday, today and tomorrow are the same in every diary, so that demos and journeys can rely on them. */
function fixedIdeas(fromToday: number): Idea[] | undefined {
  const ride = (title: string, workout: Workout): Idea => ({
    sport: 'virtual-ride',
    title,
    workout,
    structured: true,
    planned: true,
    race: false,
    commute: false,
    course: undefined,
  });
  if (fromToday === -1) return [ride('3 x 12 min sweet spot', plannedYesterday())];
  if (fromToday === 0) return [ride('Endurance 75 min', steady('power', 75, 0.65, 0.7))];
  if (fromToday === 1) {
    return [ride('4 x 8 min threshold', intervals('power', 4, { minutes: 8, at: 1 }, { minutes: 4, at: 0.5 }))];
  }
  return undefined;
}

function plan(
  index: number,
  day: Day,
  idea: Idea,
  sessionIndex: number | undefined,
  happened: boolean,
): PlannedSession {
  return {
    index,
    day,
    sport: idea.sport,
    title: idea.title,
    workout: idea.race ? undefined : idea.workout,
    prose: idea.race ? 'Race. Eat early, stay near the front.' : undefined,
    durationS: durationOf(idea.workout),
    outcome: sessionIndex !== undefined ? 'done' : happened ? 'missed' : 'future',
    sessionIndex,
  };
}

function perform(
  profile: AthleteProfile,
  season: Season,
  day: Day,
  slot: number,
  idea: Idea,
  random: Random,
  index: number,
  plannedIndex: number | undefined,
): Session {
  const seed = seedOf(profile.key, day, slot);
  const yesterday = day === addDays(season.today, -1);
  const workout = yesterday ? executedYesterday() : asExecuted(idea, random);
  const indoor = idea.sport === 'virtual-ride';
  const source = sourceOf(idea.sport, daysBetween(day, season.today), random);
  const hard = idea.structured || idea.race;
  return {
    index,
    seed,
    day,
    startLocal: `${day}T${startTime(idea.sport, slot, random)}`,
    sport: idea.sport,
    title: titleOf(idea, index),
    description: descriptionOf(index),
    tags: tagsOf(idea),
    workout,
    structured: idea.structured,
    pacedBySettings: idea.structured && idea.title !== TEST_TITLE,
    race: idea.race,
    commute: idea.commute,
    sensors: yesterday ? allSensors(false) : sensorsOf(idea.sport, random, !indoor),
    source: yesterday ? 'zwift' : source,
    device: deviceOf(source, idea.sport),
    courseName: idea.course,
    rpe: random() < 0.85 ? Math.round(between(random, hard ? 6 : 2, hard ? 9.4 : 5.4)) : undefined,
    feel: random() < 0.85 ? Math.round(between(random, 1, season.isRecoveryWeek(day) ? 2.4 : 4.4)) : undefined,
    thresholdTrue: thresholdOf(idea.sport, season, day),
    thresholdSet: settingOf(idea.sport, season, profile, day),
    plannedIndex,
  };
}

/** Nobody rides the plan exactly: work a little above or below, sometimes the last repeat is left out. */
function asExecuted(idea: Idea, random: Random): Workout {
  if (!idea.structured) return idea.workout;
  const strength = between(random, 0.96, 1.03);
  const quits = random() < 0.08;
  return {
    target: idea.workout.target,
    blocks: idea.workout.blocks.map((block) => ({
      repeat: quits && block.repeat > 2 ? block.repeat - 1 : block.repeat,
      steps: block.steps.map((step) =>
        step.kind === 'work' ? { ...step, low: step.low * strength, high: step.high * strength } : step,
      ),
    })),
  };
}

function startTime(sport: Sport, slot: number, random: Random): string {
  const hour = sport === 'swim' ? 6 : sport === 'strength' ? 12 : slot > 0 ? 7 : pick(random, [8, 9, 16, 17]);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(hour)}:${two(random() * 60)}:${two(random() * 60)}`;
}

function allSensors(position: boolean): Sensors {
  return { power: true, heartRate: true, cadence: true, position, dropouts: false };
}

function sensorsOf(sport: Sport, random: Random, outside: boolean): Sensors {
  const dice = random();
  const position = outside && sport !== 'swim' && sport !== 'strength';
  if (sport === 'swim') return { power: false, heartRate: dice > 0.5, cadence: true, position: false, dropouts: false };
  return {
    power: dice > 0.04,
    heartRate: sport === 'strength' || dice < 0.93,
    cadence: dice > 0.02,
    position,
    dropouts: dice > 0.4 && dice < 0.46,
  };
}

/** A few older rows came through Strava; the newest of them is a little over a week old. */
function sourceOf(sport: Sport, daysAgo: number, random: Random): Source {
  if (sport === 'ride' && daysAgo > 8 && random() < 0.035) return 'strava';
  if (sport === 'virtual-ride') return 'zwift';
  if (random() < 0.02) return 'upload';
  return 'garmin';
}

function deviceOf(source: Source, sport: Sport): string | undefined {
  if (source === 'manual') return undefined;
  if (source === 'zwift') return 'Zwift';
  if (!isRide(sport)) return 'Garmin Forerunner 965';
  return source === 'upload' ? 'WAHOO ELEMNT BOLT' : 'Garmin Edge 840';
}

function titleOf(idea: Idea, index: number): string {
  if (index % 97 === 41) return HOSTILE_TEXTS.zeroWidth;
  if (index % 113 === 60) return HOSTILE_TEXTS.emoji;
  return idea.title;
}

function descriptionOf(index: number): string | undefined {
  const texts = Object.values(HOSTILE_TEXTS);
  if (index % 23 === 11) return texts[Math.floor(index / 23) % texts.length];
  return index % 9 === 4 ? 'Legs good, wind from the west.' : undefined;
}

function tagsOf(idea: Idea): string[] {
  if (idea.race) return ['race', 'key'];
  return idea.structured ? ['key'] : [];
}

function thresholdOf(sport: Sport, season: Season, day: Day): number {
  if (sport === 'swim') return season.swimThresholdOn(day);
  return isRide(sport) ? season.ftpOn(day) : season.runThresholdOn(day);
}

function settingOf(sport: Sport, season: Season, profile: AthleteProfile, day: Day): number {
  if (sport === 'swim') return profile.thresholdSwim;
  return isRide(sport) ? season.ftpSettingOn(day) : profile.thresholdRun;
}

export function isRide(sport: Sport): boolean {
  return sport === 'ride' || sport === 'virtual-ride' || sport === 'gravel-ride';
}
