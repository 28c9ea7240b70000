import { describe, expect, it } from 'vitest';
import { createAthlete } from '../athlete/athlete.ts';
import { instantOf } from '../athlete/days.ts';
import { DEMO_PROFILE } from '../athlete/profile.ts';
import { activityFile, readUpload } from './index.ts';

const athlete = createAthlete({ today: '2026-10-14', days: 200 });
const roundTrip = (sport: string) => {
  const session = athlete.sessions.findLast(
    (each) => each.sport === sport && !each.sensors.dropouts && each.sensors.heartRate,
  )!;
  const recording = athlete.recording(session);
  const [upload] = readUpload(activityFile(session, recording, DEMO_PROFILE));
  return { session, recording, upload: upload! };
};

describe('the file of a session', () => {
  it.each([
    ['ride', 'cycling'],
    ['run', 'running'],
    ['swim', 'swimming'],
  ])('of a %s reads back with the same samples', (sport, name) => {
    const { session, recording, upload } = roundTrip(sport);
    expect(upload.sport).toBe(name);
    expect(upload.startMs).toBe(instantOf(session.startLocal, 'Europe/Ljubljana').getTime());
    const last = recording.length - 1;
    expect(upload.recording.time.at(-1)).toBe(recording.time[last]);
    const metres = (of: typeof recording) => of.channels.distance!.at(-1)!;
    expect(metres(upload.recording)).toBeCloseTo(metres(recording), 0);
    const beats = (of: typeof recording) => Array.from(of.channels.heartRate!).slice(-50);
    expect(beats(upload.recording)).toEqual(beats(recording));
  });

  it('has the laps of the workout and, for a swim, its lengths', () => {
    const { recording, upload } = roundTrip('swim');
    expect(upload.recording.laps.length).toBe(recording.laps.length);
    expect(upload.recording.lengths).toBe(recording.lengths);
  });

  it('is without power or heart rate when asked', () => {
    const session = athlete.sessions.findLast((each) => each.sport === 'virtual-ride')!;
    const bytes = activityFile(session, athlete.recording(session), DEMO_PROFILE, { power: true, heartRate: true });
    const { channels } = readUpload(bytes)[0]!.recording;
    expect(Object.keys(channels)).not.toContain('power');
    expect(Object.keys(channels)).not.toContain('heartRate');
  });
});
