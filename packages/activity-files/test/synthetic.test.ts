import { describe, expect, it } from 'vitest';
import { readFit } from '../src/index.ts';
import { hasSamples, sample, sharedJson } from './shared-samples.ts';

/** `expected.json`: what five independent decoders read from the 35 synthetic files, and what we ask for when damaged. */
interface Expected {
  readonly note: string;
  readonly [key: string]: unknown;
}

const here = hasSamples('35 synthetic FIT files');
const expected: Record<string, Expected> = here ? sharedJson('activity-samples/synthetic/expected.json') : {};

const read = (name: string) => readFit(sample('synthetic', name));
const sum = (column: Float64Array | undefined) =>
  column?.reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0);
const epoch = 631_065_600;

describe.skipIf(!here)('synthetic files: counts, sums and problems', () => {
  for (const [name, want] of Object.entries(expected))
    it(`${name}: ${want.note}`, () => {
      const activity = read(name);
      const got: Record<string, unknown> = {
        records: activity.cleaning.records,
        sum_power: sum(activity.samples.channels.power),
        sum_hr: sum(activity.samples.channels.heart_rate),
        sessions: activity.sessions.length,
        laps: activity.laps.length,
        files: activity.files,
        lengths: activity.lengths.length,
        problem: activity.problems[0]?.kind,
      };
      for (const key of Object.keys(got)) if (key in want) expect([key, got[key]]).toEqual([key, want[key]]);
      expect(activity.problems).toHaveLength('problem' in want ? 1 : 0);
    });

  it('covers all 35', () => expect(Object.keys(expected)).toHaveLength(35));
});

describe.skipIf(!here)('synthetic files: values', () => {
  // biome-ignore lint/suspicious/noExplicitAny: each file has its own expectations.
  const want = (name: string): any => expected[name];

  it('s10: the chained files hold 30 and 40 records', () => {
    const { sessions } = read('s10-chained-two-activities.fit');
    expect(sessions.map(({ rows }) => rows.to - rows.from)).toEqual(
      want('s10-chained-two-activities.fit').records_per_file,
    );
  });

  it('s12: compressed timestamps', () => {
    const { samples } = read('s12-compressed-timestamps.fit');
    const start = (samples.startMs ?? 0) / 1000 - epoch;
    expect([...samples.time].map((time) => time + start)).toEqual(want('s12-compressed-timestamps.fit').timestamps);
  });

  it('s13: developer fields', () => {
    const { developer, samples } = read('s13-developer-fields.fit');
    const power = developer.find(({ nativeField }) => nativeField === 7);
    const wanted = want('s13-developer-fields.fit');
    expect([...(power?.values ?? [])].map((value) => (Number.isNaN(value) ? null : value))).toEqual(wanted.dev_power);
    expect(samples.channels.power).toEqual(power?.values);
    const floats = developer.find(({ values }) => values?.[0] === wanted.dev_lss_first);
    expect(floats?.values?.at(-1)).toBe(wanted.dev_lss_last);
    expect(developer.find(({ texts }) => texts !== null)?.texts?.[7]).toBe(wanted.dev_note_7);
  });

  it('s16: invalid is absent, zero is a value, enhanced fields win', () => {
    const { samples } = read('s16-invalid-values.fit');
    const { lat, lon, ...rest } = want('s16-invalid-values.fit').rec1 as Record<string, number>;
    const wanted = { latitude: lat, longitude: lon, ...rest };
    for (const [channel, value] of Object.entries(wanted)) {
      const column = samples.channels[channel as 'power'];
      expect([channel, column?.[0], column?.[1]]).toEqual([channel, Number.NaN, value]);
    }
    expect(Object.keys(samples.channels)).toHaveLength(Object.keys(wanted).length);
  });

  it('s17: odd fields', () => {
    const activity = read('s17-odd-fields.fit');
    const wanted = want('s17-odd-fields.fit');
    expect([...(activity.samples.channels.heart_rate ?? [])]).toEqual(wanted.heart_rate);
    const [first] = activity.messages(20, { unknown: true });
    expect(first?.field_200).toEqual(wanted.f200_0);
    expect([first?.field_202].flat()[0]).toBe(wanted.f202_0);
    expect(first?.field_203).toBe(wanted.f203_0);
    expect(String(first?.field_205)).toBe(wanted.f205_0);
    expect(first?.field_206).toBe(BigInt(wanted.f206_0));
    expect(first?.field_207).toBe(wanted.f207_0);
  });

  it('s18: accumulated fields', () => {
    const { channels } = read('s18-accumulated-fields.fit').samples;
    const wanted = want('s18-accumulated-fields.fit');
    expect(new Set(channels.speed)).toEqual(new Set([wanted.speed]));
    expect(channels.distance?.at(-1)).toBe(wanted.distance_last);
    expect([...(channels.distance?.slice(0, 5) ?? []), ...(channels.distance?.slice(-2) ?? [])]).toEqual(
      wanted.distance,
    );
    expect(channels.accumulated_power?.at(-1)).toBe(wanted.accumulated_power_last);
    expect(channels.total_cycles?.at(-1)).toBe(wanted.total_cycles_last);
  });

  it('s19: beat intervals', () => {
    expect([...read('s19-hrv.fit').rr.intervalsMs]).toEqual(want('s19-hrv.fit').rr_ms);
  });

  it('s20: pauses, elapsed and timer time', () => {
    const { samples, sessions } = read('s20-timer-pauses.fit');
    const wanted = want('s20-timer-pauses.fit');
    const start = (samples.startMs ?? 0) / 1000 - epoch;
    expect(samples.pauses.map(({ from, to }) => [from + start, to + start])).toEqual(wanted.pauses);
    expect(sessions[0]).toMatchObject({ elapsedS: wanted.elapsed_s, timerS: wanted.timer_s });
  });

  it('s21: a hole without a timer event is no pause', () => {
    const { samples } = read('s21-gap-without-event.fit');
    expect(samples.pauses).toEqual([]);
    const start = (samples.startMs ?? 0) / 1000 - epoch;
    const [from, to] = want('s21-gap-without-event.fit').gap;
    const row = samples.time.indexOf(from - start);
    expect(samples.time[row + 1]).toBe(to - start);
  });

  it('s22: smart recording', () => {
    expect(read('s22-smart-recording.fit').samples.time.at(-1)).toBe(want('s22-smart-recording.fit').span_s);
  });

  it('s23: pool lengths', () => {
    const { lengths, sessions } = read('s23-lap-swim.fit');
    const wanted = want('s23-lap-swim.fit');
    expect(lengths.filter(({ active }) => active)).toHaveLength(wanted.active);
    expect(lengths.filter(({ active }) => !active)).toHaveLength(wanted.idle);
    expect(lengths.reduce((total, { strokes }) => total + (strokes ?? 0), 0)).toBe(wanted.strokes);
    expect(sessions[0]).toMatchObject({ distanceM: wanted.distance_m, poolLengthM: wanted.pool_m });
  });

  it('s24: five sessions share one record stream', () => {
    const { sessions } = read('s24-multisport.fit');
    expect(sessions.map(({ sport }) => sport)).toEqual(['swimming', 'transition', 'cycling', 'transition', 'running']);
    expect(sessions.map(({ rows }) => rows.to - rows.from)).toEqual(want('s24-multisport.fit').records_per_session);
  });

  it('s28: unknown messages are kept by number', () => {
    expect(read('s28-unknown-message.fit').messages(0xff12)).toHaveLength(want('s28-unknown-message.fit').unknown);
  });

  it('s33: workout steps', () => {
    const steps = read('s33-workout.fit').messages('workout_step');
    expect(steps).toHaveLength(want('s33-workout.fit').steps);
    expect(steps.find(({ duration_type }) => duration_type === 'repeat_until_steps_cmplt')).toMatchObject({
      duration_step: 1,
      repeat_steps: 4,
    });
    expect(steps.some(({ custom_target_power_low: low }) => typeof low === 'number' && low > 1000)).toBe(true);
  });

  it('s34: seconds since power-up are no date', () => {
    expect(read('s34-relative-time.fit').samples.startMs).toBeNull();
  });
});
