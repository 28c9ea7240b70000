import { addDays, type Day, dayNumber, daysBetween, mondayOf, weekday } from './days.ts';
import type { AthleteProfile } from './profile.ts';

export type Phase = 'base' | 'build' | 'peak' | 'race' | 'transition';

const CYCLE_WEEKS = 26;
const CYCLE_DAYS = CYCLE_WEEKS * 7;
/** The next main race is on the Sunday of the sixth week from now. */
const WEEKS_TO_RACE = 6;
const YEARLY_GAIN = 0.04;

/** The season as it was and is planned, seen from one day. */
export interface Season {
  readonly today: Day;
  phaseOn(day: Day): Phase;
  /** Every fourth week is easier. */
  isRecoveryWeek(day: Day): boolean;
  isRaceDay(day: Day): boolean;
  isSick(day: Day): boolean;
  isHoliday(day: Day): boolean;
  /** A threshold test is ridden on this day. */
  isTestDay(day: Day): boolean;
  /** 0 (off season) … 1 (race shape). */
  shapeOn(day: Day): number;
  /** True threshold power that day, W. */
  ftpOn(day: Day): number;
  /** Threshold power in the settings that day: the result of the last test, whole W. */
  ftpSettingOn(day: Day): number;
  /** True threshold speed running and swimming, m/s. */
  runThresholdOn(day: Day): number;
  swimThresholdOn(day: Day): number;
  /** The sick spells, oldest first, last day included. */
  readonly sickness: readonly { from: Day; to: Day }[];
  readonly holidays: readonly { from: Day; to: Day }[];
  readonly nextRaceDay: Day;
}

export function createSeason(profile: AthleteProfile, today: Day): Season {
  const thisMonday = mondayOf(today);
  const nextRaceDay = addDays(thisMonday, WEEKS_TO_RACE * 7 + 6);
  const raceNumber = dayNumber(nextRaceDay);
  const todayNumber = dayNumber(today);
  const weeksToRace = (day: Day) => modulo(Math.floor((raceNumber - dayNumber(day)) / 7), CYCLE_WEEKS);
  const sickness = [-21, -70].map((week) => ({
    from: addDays(thisMonday, week * 7 + 1),
    to: addDays(thisMonday, week * 7 + 7),
  }));
  const holidays = [{ from: addDays(thisMonday, -42 * 7), to: addDays(thisMonday, -42 * 7 + 6) }];
  const within = (spells: readonly { from: Day; to: Day }[], day: Day) =>
    spells.some((spell) => day >= spell.from && day <= spell.to);
  const shapeOn = (day: Day) => {
    const toRace = modulo(raceNumber - dayNumber(day), CYCLE_DAYS);
    return 0.5 * (1 + Math.cos((2 * Math.PI * toRace) / CYCLE_DAYS));
  };
  const fitnessFactor = (day: Day) => {
    const trend = 1 + (YEARLY_GAIN * (dayNumber(day) - todayNumber)) / 365;
    return trend * (0.95 + 0.1 * shapeOn(day)) * sicknessFactor(sickness, day);
  };
  const isTestDay = (day: Day) => weekday(day) === 2 && weeksToRace(day) % 8 === 2;
  const ftpOn = (day: Day) => profile.ftp * fitnessFactor(day);
  const settings = new Map<Day, number>();
  return {
    today,
    nextRaceDay,
    sickness,
    holidays,
    phaseOn: (day) => phaseAt(weeksToRace(day)),
    isRecoveryWeek: (day) => weeksToRace(day) % 4 === 3,
    isRaceDay: (day) => weekday(day) === 7 && weeksToRace(day) === 0,
    isSick: (day) => within(sickness, day),
    isHoliday: (day) => within(holidays, day),
    isTestDay,
    shapeOn,
    ftpOn,
    ftpSettingOn(day) {
      const known = settings.get(day);
      if (known !== undefined) return known;
      const setting = Math.round(ftpOn(lastTestDay(isTestDay, day)));
      settings.set(day, setting);
      return setting;
    },
    runThresholdOn: (day) => profile.thresholdRun * (0.5 + 0.5 * fitnessFactor(day)),
    swimThresholdOn: (day) => profile.thresholdSwim * (0.7 + 0.3 * fitnessFactor(day)),
  };
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

function phaseAt(weeksToRace: number): Phase {
  if (weeksToRace === 0) return 'race';
  if (weeksToRace <= 2) return 'peak';
  if (weeksToRace <= 11) return 'build';
  if (weeksToRace <= 21) return 'base';
  return 'transition';
}

/** Four per cent are lost in a sick week and come back over three. */
function sicknessFactor(spells: readonly { from: Day; to: Day }[], day: Day): number {
  let factor = 1;
  for (const { from, to } of spells) {
    if (day < from) continue;
    const after = daysBetween(to, day);
    factor *=
      after <= 0 ? 1 - (0.04 * daysBetween(from, day)) / daysBetween(from, to) : 1 - 0.04 * Math.exp(-after / 12);
  }
  return factor;
}

/** Tests are ridden on Tuesdays, so one look a week is enough. */
function lastTestDay(isTestDay: (day: Day) => boolean, day: Day): Day {
  const thisTuesday = addDays(mondayOf(day), 1);
  for (let weeks = thisTuesday > day ? 1 : 0; weeks <= CYCLE_WEEKS; weeks++) {
    const candidate = addDays(thisTuesday, -7 * weeks);
    if (isTestDay(candidate)) return candidate;
  }
  throw new Error(`no threshold test in the ${CYCLE_WEEKS} weeks before ${day}`);
}
