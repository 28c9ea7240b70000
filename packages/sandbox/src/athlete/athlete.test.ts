import { beforeAll, describe, expect, it } from 'vitest';
import { createAthlete, type SimulatedAthlete } from './athlete.ts';
import { addDays, daysBetween, instantOf, localTime, mondayOf, weekday } from './days.ts';
import { normalizedPower } from './load.ts';
import { DEMO_PROFILE } from './profile.ts';
import { rosterProfiles } from './roster.ts';
import { bestMean } from './truth.ts';

const TODAY = '2026-10-14';
let athlete: SimulatedAthlete;
beforeAll(() => {
  athlete = createAthlete({ today: TODAY });
});

describe('the history', () => {
  it('covers two years up to yesterday, and the plan goes six weeks ahead', () => {
    expect(athlete.firstDay).toBe('2024-10-14');
    expect(athlete.sessions[0]!.day <= '2024-10-18').toBe(true);
    expect(athlete.sessions.at(-1)!.day).toBe(addDays(TODAY, -1));
    expect(daysBetween(TODAY, athlete.planned.at(-1)!.day)).toBeGreaterThan(35);
  });

  it('is the same for the same profile and day, to the last sample', () => {
    const again = createAthlete({ today: TODAY });
    expect(again.sessions).toEqual(athlete.sessions);
    const index = 300;
    expect(again.recording(again.sessions[index]!)).toEqual(athlete.recording(athlete.sessions[index]!));
  });

  it('is another one for another person', () => {
    const other = createAthlete({ today: TODAY, days: 60, profile: { ...DEMO_PROFILE, key: 'other' } });
    const seeds = (of: SimulatedAthlete) => of.sessions.map((session) => session.seed);
    expect(seeds(other)).not.toEqual(seeds(athlete).slice(-other.sessions.length));
  });

  it('has every sport, races, missing sensors, dropouts, pauses and rows from Strava', () => {
    const { sessions } = athlete;
    expect(new Set(sessions.map((session) => session.sport))).toEqual(
      new Set(['ride', 'virtual-ride', 'gravel-ride', 'run', 'trail-run', 'swim', 'strength', 'hike']),
    );
    const rides = sessions.filter((session) => session.sport === 'ride');
    expect(sessions.some((session) => session.race)).toBe(true);
    expect(rides.some((session) => !session.sensors.power)).toBe(true);
    expect(rides.some((session) => !session.sensors.heartRate)).toBe(true);
    expect(rides.some((session) => session.sensors.dropouts)).toBe(true);
    expect(rides.some((session) => athlete.recording(session).pauses.length > 0)).toBe(true);
    expect(rides.filter((session) => session.source === 'strava').length).toBeGreaterThan(2);
  });

  it('has no training in a sick week, and easier recovery weeks', () => {
    for (const { from, to } of athlete.season.sickness) {
      expect(athlete.sessions.filter((session) => session.day >= from && session.day <= to)).toEqual([]);
    }
    const weeks = Map.groupBy(athlete.sessions, (session) => mondayOf(session.day));
    const meanLoad = (recovery: boolean) => {
      const chosen = [...weeks].filter(
        ([monday]) =>
          athlete.season.isRecoveryWeek(monday) === recovery &&
          ['base', 'build'].includes(athlete.season.phaseOn(monday)),
      );
      const load = chosen.flatMap(([, rows]) => rows).reduce((sum, session) => sum + athlete.loads(session).counted, 0);
      return load / chosen.length;
    };
    expect(meanLoad(true)).toBeLessThan(0.85 * meanLoad(false));
  });

  it('lists what was planned as done, missed or still to come', () => {
    for (const planned of athlete.planned) {
      expect(planned.outcome === 'future').toBe(planned.day >= TODAY);
      if (planned.outcome !== 'done') continue;
      expect(athlete.sessions[planned.sessionIndex!]!.plannedIndex).toBe(planned.index);
      expect(athlete.sessions[planned.sessionIndex!]!.day).toBe(planned.day);
    }
    expect(athlete.planned.some((planned) => planned.outcome === 'missed')).toBe(true);
  });

  it('tests the threshold on Tuesdays, and the settings follow the tests', () => {
    const tests = athlete.sessions.filter((session) => session.title === 'FTP test');
    expect(tests.length).toBeGreaterThan(5);
    for (const test of tests) {
      expect(weekday(test.day)).toBe(2);
      expect(athlete.truth.ftpSettingOn(test.day)).toBe(Math.round(athlete.truth.ftpOn(test.day)));
      const best = bestMean(athlete.recording(test).channels.power!, 1200)!;
      expect(best / test.thresholdTrue).toBeCloseTo(1.05, 1);
    }
  });
});

describe('a recording', () => {
  it('has one sample a second of timer time, and the clock jumps at pauses', () => {
    const session = athlete.sessions.find((each) => athlete.recording(each).pauses.length > 1)!;
    const { time, pauses, length } = athlete.recording(session);
    const jumps = pauses.reduce((sum, pause) => sum + pause.seconds, 0);
    expect(time[length - 1]! + 1).toBe(length + jumps);
    for (const { index, seconds } of pauses) expect(time[index]! - time[index - 1]!).toBe(seconds + 1);
  });

  it('writes 0 bpm while the strap has no contact, and no value while the meter is silent', () => {
    const session = athlete.sessions.find(
      (each) => each.sport === 'ride' && each.sensors.dropouts && each.sensors.power && each.sensors.heartRate,
    )!;
    const { channels } = athlete.recording(session);
    expect(channels.heartRate!.some((bpm: number) => bpm === 0)).toBe(true);
    expect(channels.power!.some((watts: number) => Number.isNaN(watts))).toBe(true);
  });

  it('keeps human numbers in every sport', () => {
    for (const session of athlete.sessions.slice(-120)) {
      const { channels, length } = athlete.recording(session);
      const { power, heartRate, speed, distance } = channels;
      const label = `${session.day} ${session.sport}`;
      if (heartRate) {
        const worn = Array.from(heartRate).filter((bpm) => bpm > 0);
        expect(Math.max(...worn), label).toBeLessThanOrEqual(DEMO_PROFILE.maxHr);
        expect(Math.min(...worn), label).toBeGreaterThan(DEMO_PROFILE.restingHr);
      }
      if (power) {
        expect(bestMean(power, 1), label).toBeLessThanOrEqual(DEMO_PROFILE.pMax * 1.2);
        const average = bestMean(power, length)!;
        const np = normalizedPower(power);
        expect(np, label).toBeGreaterThanOrEqual(average - 1e-6);
        expect(np / average, label).toBeLessThan(1.45);
        if (length >= 3600) expect(bestMean(power, 3600)! / session.thresholdTrue, label).toBeLessThan(1.01);
      }
      if (speed && distance && session.sport !== 'strength') {
        const [low, high] = LIMITS[session.sport]!;
        const kmh = (3.6 * distance[length - 1]!) / length;
        expect(kmh, label).toBeGreaterThan(low);
        expect(kmh, label).toBeLessThan(high);
      }
    }
  });

  it('never spends more above threshold than W′ holds', () => {
    for (const session of athlete.sessions) {
      const power = session.race || session.structured ? athlete.recording(session).channels.power : undefined;
      if (!power) continue;
      for (const seconds of [60, 180, 300, 600, 1200]) {
        const best = bestMean(power, seconds);
        if (best === undefined) continue;
        const possible = session.thresholdTrue + DEMO_PROFILE.wPrime / seconds;
        expect(best, `${session.day} ${session.title} ${seconds} s`).toBeLessThanOrEqual(possible + 1);
      }
    }
  });

  it('starts and ends at home, and its path is as long as its distance', () => {
    const session = athlete.sessions.find((each) => each.sport === 'ride' && each.sensors.position)!;
    const { channels, length } = athlete.recording(session);
    const { latitude, longitude, distance } = channels;
    const narrow = Math.cos((DEMO_PROFILE.home.latitude * Math.PI) / 180);
    let path = 0;
    for (let i = 10; i < length; i++) {
      const north = (latitude![i]! - latitude![i - 1]!) * 111_320;
      const east = (longitude![i]! - longitude![i - 1]!) * 111_320 * narrow;
      path += Math.hypot(north, east);
    }
    expect(path / (distance![length - 1]! - distance![9]!)).toBeCloseTo(1, 1);
    expect(latitude![5]).toBeCloseTo(DEMO_PROFILE.home.latitude, 2);
  });
});

/** km/h that a session of the sport may average. */
const LIMITS: Record<string, [number, number]> = {
  ride: [20, 40],
  'virtual-ride': [24, 40],
  'gravel-ride': [18, 36],
  run: [8, 15],
  'trail-run': [7, 14],
  hike: [3, 7],
  swim: [2, 5],
};

describe('truth', () => {
  it('sums the loads of a day, strength in fatigue only', () => {
    const gym = athlete.sessions.findLast((session) => session.sport === 'strength')!;
    const load = athlete.loads(gym).counted;
    expect(load).toBeGreaterThan(10);
    const day = athlete.truth.loadOn(gym.day);
    expect(day.atl - day.ctl).toBe(load);
  });

  it('gives fitness by the recursion that the platform uses', () => {
    const day = addDays(TODAY, -1);
    const before = athlete.truth.fitnessOn(addDays(day, -1));
    const load = athlete.truth.loadOn(day);
    const now = athlete.truth.fitnessOn(day);
    expect(now.ctl).toBeCloseTo(before.ctl + (load.ctl - before.ctl) * (1 - Math.exp(-1 / 42)), 10);
    expect(now.atl).toBeCloseTo(before.atl + (load.atl - before.atl) * (1 - Math.exp(-1 / 7)), 10);
  });

  it('finds the best effort of a range where it was ridden', () => {
    const from = addDays(TODAY, -40);
    const best = athlete.truth.bestPower(1200, from, TODAY)!;
    const again = bestMean(athlete.recording(best.session).channels.power!, 1200);
    expect(best.watts).toBe(again);
    expect(best.watts / athlete.truth.ftpOn(TODAY)).toBeGreaterThan(0.85);
  });

  it('knows how yesterday went against the plan', () => {
    const { intervals, planned, session } = athlete.truth.yesterday();
    expect([planned.day, session.day]).toEqual([addDays(TODAY, -1), addDays(TODAY, -1)]);
    expect(intervals.map((each) => each.doneSeconds)).toEqual([720, 720, 540]);
    const shares = intervals.map((each) => each.doneWatts / each.plannedWatts);
    const meant = [1, 0.94 / 0.9, 0.83 / 0.9];
    shares.forEach((share, i) => {
      expect(Math.abs(share - meant[i]!)).toBeLessThan(0.012);
    });
  });
});

describe('any day as today', () => {
  const todays = Array.from({ length: 26 }, (_, i) => addDays('2026-01-01', i * 15));
  it.each(todays)('%s has a plan for now and tomorrow, and yesterday’s ride with its three intervals', (today) => {
    const person = createAthlete({ today, days: 40 });
    const planned = person.planned.map((item) => item.day);
    expect(planned).toContain(today);
    expect(planned).toContain(addDays(today, 1));
    expect(person.truth.yesterday().planned.outcome).toBe('done');
    expect(person.truth.yesterday().intervals).toHaveLength(3);
  });
});

describe('wellness', () => {
  it('is worse in sick weeks and after hard ones', () => {
    const { from, to } = athlete.season.sickness[0]!;
    const sick = athlete.wellness(addDays(from, 3));
    expect(sick.comment).toContain('no training');
    const mean = (days: string[]) => {
      const values = days.map((day) => athlete.wellness(day).hrvMs).filter((value) => value !== undefined);
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    const ill = Array.from({ length: 7 }, (_, i) => addDays(from, i));
    const well = Array.from({ length: 60 }, (_, i) => addDays(to, 20 + i));
    expect(mean(ill)).toBeLessThan(mean(well));
  });

  it('leaves out days on which nothing was recorded', () => {
    const days = Array.from({ length: 200 }, (_, i) => athlete.wellness(addDays(TODAY, -i)));
    const missing = days.filter((day) => day.hrvMs === undefined).length;
    expect(missing).toBeGreaterThan(2);
    expect(missing).toBeLessThan(30);
  });
});

describe('the roster', () => {
  it('has twenty people, among them two with one name', () => {
    const profiles = rosterProfiles(1);
    expect(profiles).toHaveLength(20);
    expect(profiles.filter((profile) => profile.name === 'Marko Novak')).toHaveLength(2);
    expect(new Set(profiles.map((profile) => profile.key)).size).toBe(20);
  });
});

describe('days', () => {
  it('turn local times into instants on both sides of a clock change', () => {
    expect(instantOf('2026-03-29T01:30:00', 'Europe/Ljubljana').toISOString()).toBe('2026-03-29T00:30:00.000Z');
    expect(instantOf('2026-03-29T03:30:00', 'Europe/Ljubljana').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(localTime(new Date('2026-10-25T00:30:00Z'), 'Europe/Ljubljana')).toBe('2026-10-25T02:30:00');
  });
});
