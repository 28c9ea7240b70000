import type { SimulatedAthlete } from '../../packages/sandbox/src/athlete/index.ts';
import { OTHER_METER } from '../../packages/sandbox/src/files/index.ts';

/** What a service has stored of a day. */
export type DayLoads = (day: string) => number;

export interface Known {
  readonly athlete: SimulatedAthlete;
  /** Points of every day as the emulator has them, all sports together. */
  readonly loadOn: DayLoads;
}

type Fact = (known: Known, of: string) => unknown;

/** One day's share of the way to its load, by the time constant in days. */
const share = (days: number) => 1 - Math.exp(-1 / days);

/**
 * What is true, from the simulator and a few lines of arithmetic: neither the servers' code nor `@core/metrics` has a part
 * in it.
 */
const facts: Readonly<Record<string, Fact>> = {
  ctl: ({ athlete: { truth } }, day) => truth.fitnessOn(day).ctl,
  atl: ({ athlete: { truth } }, day) => truth.fitnessOn(day).atl,
  form: ({ athlete: { truth } }, day) => truth.fitnessOn(day).ctl - truth.fitnessOn(day).atl,
  'form of the evening before': ({ athlete: { truth } }, day) => {
    const { ctl, atl } = truth.fitnessOn(shifted(day, -1));
    return ctl - atl;
  },
  ramp: ({ athlete: { truth } }, day) => truth.fitnessOn(day).ctl - truth.fitnessOn(shifted(day, -7)).ctl,
  'load of the week': ({ athlete: { truth } }, monday) =>
    Array.from({ length: 7 }, (_, i) => truth.loadOn(shifted(monday, i)).ctl).reduce((sum, load) => sum + load, 0),
  'load of the day': ({ athlete: { truth } }, day) => truth.loadOn(day).atl,
  /** `1200 2026-01-01 2026-12-31` */
  'best watts': ({ athlete: { truth } }, of) => best(truth, of).watts,
  'day of best watts': ({ athlete: { truth } }, of) => best(truth, of).session.day,
  'CTL on the day of best watts': ({ athlete: { truth } }, of) => truth.fitnessOn(best(truth, of).session.day).ctl,
  /** `0` is the first work interval of yesterday. */
  'watts of interval': ({ athlete: { truth } }, n) => truth.yesterday().intervals[Number(n)]?.doneWatts,
  'planned seconds of interval': ({ athlete: { truth } }, n) => truth.yesterday().intervals[Number(n)]?.plannedSeconds,
  'intervals yesterday': ({ athlete: { truth } }) => truth.yesterday().intervals.length,
  'average watts of yesterday, second meter': ({ athlete }) => {
    const watts = Array.from(athlete.recording(athlete.sessions.at(-1)!).channels.power ?? []);
    return (OTHER_METER * watts.reduce((sum, each) => sum + each, 0)) / watts.length;
  },
  'FTP in the settings': ({ athlete: { truth } }, day) => truth.ftpSettingOn(day),
  /** `80@2026-10-19 100@2026-10-23 until 2026-11-29`: what these loads add to CTL by then, on top of everything else. */
  'CTL that a draft adds': (_, of) => added(of, share(42)),
  'ATL that a draft adds': (_, of) => added(of, share(7)),
  // TrainingPeaks takes 1/τ, and every sport.
  'CTL of all stored loads': (known, day) => averaged(known, day, 1 / 42),
  'ATL of all stored loads': (known, day) => averaged(known, day, 1 / 7),
  'form of all stored loads, evening before': (known, day) =>
    averaged(known, shifted(day, -1), 1 / 42) - averaged(known, shifted(day, -1), 1 / 7),
  'stored load of the week': (known, monday) =>
    Array.from({ length: 7 }, (_, i) => known.loadOn(shifted(monday, i))).reduce((sum, load) => sum + load, 0),
  'seconds slept': ({ athlete }, day) => athlete.wellness(day).sleepSeconds,
  'sleep against effort next day, r': ({ athlete }, days) => sleepAgainstEffort(athlete, Number(days)),
};

/** @throws for a fact that nobody wrote. */
export function factOf(known: Known, name: string, of: string): unknown {
  const fact = facts[name];
  if (fact === undefined) throw new Error(`no fact "${name}"; there are: ${Object.keys(facts).join(', ')}`);
  return fact(known, of);
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

type Best = NonNullable<ReturnType<SimulatedAthlete['truth']['bestPower']>>;

/** Every second of a year is tried for it: once a person and period. */
const found = new WeakMap<SimulatedAthlete['truth'], Map<string, Best>>();

function best(truth: SimulatedAthlete['truth'], of: string): Best {
  const known = found.get(truth) ?? new Map<string, Best>();
  found.set(truth, known);
  const [seconds, from = '', to = ''] = of.split(' ');
  const ridden = known.get(of) ?? truth.bestPower(Number(seconds), from, to);
  if (ridden === undefined) throw new Error(`nothing was ridden for ${of}`);
  known.set(of, ridden);
  return ridden;
}

/** An exponential average is linear: a load on a day adds `load · k · (1 − k)^(days after it)`, whatever else was done. */
function added(of: string, k: number): number {
  const [drafted = '', until = ''] = of.split(' until ');
  return drafted.split(' ').reduce((sum, each) => {
    const [load, day = ''] = each.split('@');
    const daysAfter = (Date.parse(until) - Date.parse(day)) / 86_400_000;
    return sum + Number(load) * k * (1 - k) ** daysAfter;
  }, 0);
}

function averaged({ athlete, loadOn }: Known, until: string, k: number): number {
  let average = 0;
  for (let day: string = athlete.firstDay; day <= until; day = shifted(day, 1)) {
    average += k * (loadOn(day) - average);
  }
  return average;
}

/** Pearson's r between the sleep of a day and the effort that the longest session of the next day was felt to be. */
function sleepAgainstEffort(athlete: SimulatedAthlete, days: number): number {
  const pairs: [number, number][] = [];
  for (let back = days - 1; back >= 1; back--) {
    const day = shifted(athlete.today, -back);
    const slept = athlete.wellness(day).sleepSeconds;
    const next = athlete.sessions.filter((session) => session.day === shifted(day, 1));
    const longest = next.toSorted((a, b) => athlete.recording(b).length - athlete.recording(a).length)[0];
    if (slept !== undefined && longest?.rpe !== undefined) pairs.push([slept, longest.rpe]);
  }
  const mean = (which: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[which], 0) / pairs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const sums = pairs.reduce(
    ([xy, xx, yy], [x, y]) => [xy + (x - meanX) * (y - meanY), xx + (x - meanX) ** 2, yy + (y - meanY) ** 2] as const,
    [0, 0, 0] as readonly [number, number, number],
  );
  return sums[0] / Math.sqrt(sums[1] * sums[2]);
}
