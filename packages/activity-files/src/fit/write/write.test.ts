import type { Samples } from '@core/metrics/samples';
import fc from 'fast-check';
import FitParser from 'fit-file-parser';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../activity/model.ts';
import { readFit } from '../read.ts';
import { type ActivityToWrite, type FitMessage, FitWriteError, writeFit, writeFitActivity } from './index.ts';

const start = Date.parse('2026-05-01T06:00:00Z');

const workout: FitMessage[] = [
  { message: 'file_id', fields: { type: 'workout', manufacturer: 'development', product: 1, time_created: start } },
  { message: 'workout', fields: { sport: 'cycling', wkt_name: '2×20 Süß', num_valid_steps: 3 } },
  {
    message: 'workout_step',
    fields: {
      message_index: 0,
      duration_type: 'time',
      duration_time: 1200,
      target_type: 'power',
      target_value: 0,
      custom_target_power_low: 1240,
      custom_target_power_high: 1260,
      intensity: 'active',
    },
  },
  {
    message: 'workout_step',
    fields: { message_index: 1, duration_type: 'time', duration_time: 300, target_type: 'open', intensity: 'rest' },
  },
  {
    message: 'workout_step',
    fields: { message_index: 2, duration_type: 'repeat_until_steps_cmplt', duration_step: 0, repeat_steps: 2 },
  },
];

function ride(rows: number): Samples {
  const column = (value: (row: number) => number) => Float64Array.from({ length: rows }, (_, row) => value(row));
  return {
    startMs: start,
    time: column((row) => (row < rows / 2 ? row : row + 60)),
    channels: {
      power: column((row) => (row % 7 === 3 ? Number.NaN : 100 + row)),
      heart_rate: column((row) => 120 + (row % 30)),
      cadence: column(() => 0),
      speed: column((row) => 8 + row / 1000),
      distance: column((row) => row * 8.25),
      altitude: column((row) => 100 + row / 5),
      latitude: column((row) => 48 + row * 1e-4),
      longitude: column((row) => -11 - row * 1e-4),
      temperature: column(() => -5),
      left_right_balance: column(() => 51),
      core_temperature: column(() => 37.25),
      form_power: column((row) => row + 0.5),
    },
    pauses: [{ from: rows / 2, to: rows / 2 + 55 }],
  };
}

function expectSameSamples(got: Samples, want: Samples): void {
  expect(got.startMs).toBe(want.startMs);
  expect(got.time).toEqual(want.time);
  expect(got.pauses).toEqual(want.pauses);
  expect(Object.keys(got.channels).sort()).toEqual(Object.keys(want.channels).sort());
  for (const [name, column] of Object.entries(want.channels)) {
    const read = got.channels[name as 'power'];
    for (const [row, value] of column.entries()) {
      if (Number.isNaN(value)) expect(read?.[row], `${name} ${row}`).toBeNaN();
      else expect(read?.[row], `${name} ${row}`).toBeCloseTo(value, 6);
    }
  }
}

describe('activity files', () => {
  it('read back equal: samples, pauses, laps, beats, offset', () => {
    const samples = ride(120);
    const rr = {
      intervalsMs: Float64Array.from([800, 812, 790, 805, 801, 799]),
      timeS: Float64Array.from([1, 2, 3, 4, 5, 6]),
    };
    const laps = [
      {
        startMs: start,
        elapsedS: 60,
        timerS: 60,
        distanceM: 495,
        avgPowerW: 130,
        avgCadenceRpm: 87.5,
        trigger: 'manual',
      },
      { startMs: start + 60_000, elapsedS: 120, timerS: 65, distanceM: 490, intensity: 'rest', trigger: 'session_end' },
    ];
    const activity = readFit(
      writeFitActivity({
        samples,
        sport: 'cycling',
        subSport: 'road',
        laps,
        rr,
        localOffsetMs: 7_200_000,
        recorder: {
          manufacturer: 'garmin',
          product: 3121,
          productName: 'Édge',
          serialNumber: 42,
          softwareVersion: 9.75,
        },
      }),
      { strict: true },
    );
    expectSameSamples(activity.samples, samples);
    expect(activity).toMatchObject({ sport: 'cycling', subSport: 'road', localOffsetMs: 7_200_000 });
    expect(activity.laps).toMatchObject(laps);
    expect(activity.sessions).toMatchObject([{ elapsedS: 179, timerS: 124, distanceM: 981.75 }]);
    expect([...activity.rr.intervalsMs]).toEqual([...rr.intervalsMs]);
    expect(activity.devices[0]).toMatchObject({
      manufacturer: 'garmin',
      product: 'Édge',
      serialNumber: 42,
      softwareVersion: 9.75,
    });
  });

  it('read back equal whatever the samples are', () => {
    const value = (max: number, resolution: number) =>
      fc.oneof(
        fc.integer({ min: 0, max }).map((raw) => raw / resolution),
        fc.constant(Number.NaN),
      );
    const row = fc.record({
      step: fc.integer({ min: 1, max: 300 }),
      power: value(65_534, 1),
      speed: value(1e6, 1000),
      hr: fc.integer({ min: 20, max: 250 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (rows) => {
        let at = -(rows[0]?.step ?? 0);
        const samples: Samples = {
          startMs: start,
          time: Float64Array.from(rows, ({ step }) => (at += step)),
          channels: {
            heart_rate: Float64Array.from(rows, ({ hr }) => hr),
            ...(rows.some(({ power }) => !Number.isNaN(power))
              ? { power: Float64Array.from(rows, ({ power }) => power) }
              : {}),
            ...(rows.some(({ speed }) => !Number.isNaN(speed))
              ? { speed: Float64Array.from(rows, ({ speed }) => speed) }
              : {}),
          },
          pauses: [],
        };
        expectSameSamples(readFit(writeFitActivity({ samples, sport: 'running' }), { strict: true }).samples, samples);
      }),
      { numRuns: 60 },
    );
  });

  it('hold several sessions and pool lengths', () => {
    const sessions = [
      { sport: 'swimming', subSport: 'lap_swimming', startMs: start, elapsedS: 30, timerS: 30, poolLengthM: 25 },
      { sport: 'running', startMs: start + 30_000, elapsedS: 149, timerS: 94, name: 'Brick' },
    ];
    const lengths = [{ startMs: start, elapsedS: 30, timerS: 30, active: true, strokes: 18, stroke: 'freestyle' }];
    const input: ActivityToWrite = { samples: ride(120), sport: null, sessions, lengths };
    const activity = readFit(writeFitActivity(input));
    expect(activity.sessions).toMatchObject(sessions);
    expect(activity.lengths).toMatchObject(lengths);
    expect(activity.sessions.map(({ rows }) => rows.to - rows.from)).toEqual([30, 90]);
  });

  it('are read equal by fit-file-parser', async () => {
    const samples = ride(120);
    const bytes = writeFitActivity({ samples, sport: 'cycling' });
    const parser = new FitParser({
      mode: 'list',
      force: false,
      speedUnit: 'm/s',
      lengthUnit: 'm',
      temperatureUnit: 'celsius',
    });
    const read = await parser.parseAsync(bytes.buffer as ArrayBuffer);
    expect(read.records).toHaveLength(120);
    const names = {
      power: 'power',
      heart_rate: 'heart_rate',
      cadence: 'cadence',
      speed: 'enhanced_speed',
      distance: 'distance',
      altitude: 'enhanced_altitude',
      latitude: 'position_lat',
      longitude: 'position_long',
      temperature: 'temperature',
      core_temperature: 'core_temperature',
      form_power: 'form_power',
    };
    for (const [ours, theirs] of Object.entries(names))
      for (const [row, record] of (read.records ?? []).entries()) {
        const value = samples.channels[ours as 'power']?.[row] ?? Number.NaN;
        const got = (record as Record<string, unknown>)[theirs];
        if (Number.isNaN(value)) expect(got, theirs).toBeUndefined();
        else expect(got, `${theirs} ${row}`).toBeCloseTo(value, 6);
      }
  });

  it('need a start time', () => {
    const samples = { ...ride(2), startMs: null };
    expect(() => writeFitActivity({ samples, sport: 'cycling' })).toThrow(/samples.startMs: null/);
  });

  it('refuse a sample that its field cannot hold, and say which', () => {
    const samples = ride(3);
    const channels = { ...samples.channels, power: Float64Array.of(1, 70_000, 3) };
    expect(() => writeFitActivity({ samples: { ...samples, channels }, sport: 'cycling' })).toThrow(
      'record.power: 70000 at sample 1 does not fit',
    );
  });
});

describe('messages', () => {
  it('read back as written', () => {
    const activity = readFit(writeFit(workout), { strict: true });
    for (const message of ['file_id', 'workout', 'workout_step'] as const) {
      const written = workout.filter((entry) => entry.message === message).map((entry) => entry.fields);
      expect(activity.messages(message)).toMatchObject(written);
    }
  });

  it('are read by fit-file-parser', async () => {
    const bytes = writeFit(workout);
    const read = await new FitParser({ mode: 'list', force: false }).parseAsync(bytes.buffer as ArrayBuffer);
    expect(JSON.stringify(read)).toContain('2×20 Süß');
  });

  it('keep their place when more than 16 layouts alternate', () => {
    const messages = Array.from({ length: 60 }, (_, i) => ({
      message: 'workout' as const,
      fields: { wkt_name: 'x'.repeat(i % 20) },
    }));
    const names = readFit(writeFit(messages), { strict: true }).messages('workout');
    expect(names.map(({ wkt_name }) => wkt_name ?? '')).toEqual(messages.map(({ fields }) => fields.wkt_name));
  });

  it('carry developer fields by name', () => {
    const bytes = writeFit([
      { message: 'developer_data_id', fields: { developer_data_index: 0 } },
      {
        message: 'field_description',
        fields: {
          developer_data_index: 0,
          field_definition_number: 3,
          fit_base_type_id: 0x88,
          field_name: 'Kick',
          units: 'W',
        },
      },
      { message: 'record', fields: { timestamp: start, power: 200 }, developer: { Kick: 1.5 } },
    ]);
    const activity = readFit(bytes, { strict: true });
    expect(activity.developer).toMatchObject([{ name: 'Kick', units: 'W', values: Float64Array.of(1.5) }]);
  });

  it('write null as "no data"', () => {
    const bytes = writeFit([
      {
        message: 'session',
        fields: { start_time: start, avg_power: null, total_distance: Number.NaN, sport: 'rowing' },
      },
    ]);
    expect(readFit(bytes).sessions).toMatchObject([
      { startMs: start, avgPowerW: null, distanceM: null, sport: 'rowing' },
    ]);
  });

  it('refuse what the format cannot hold, naming the field and a form that works', () => {
    const refuse = (message: FitMessage, text: RegExp) => {
      expect(() => writeFit([message])).toThrow(FitWriteError);
      expect(() => writeFit([message])).toThrow(text);
    };
    refuse(
      { message: 'workout', fields: { sport: 'cyclin' } },
      /workout.sport: "cyclin" is no value of sport; write its number/,
    );
    refuse({ message: 'workout', fields: { wkt_name: 'é'.repeat(200) } }, /workout.wkt_name: the text is 400 bytes/);
    refuse({ message: 'record', fields: { heart_rate: 300 } }, /record.heart_rate: 300 does not fit.*0 to 254/);
    refuse({ message: 'record', fields: { timestamp: 'yesterday' } }, /write epoch milliseconds or ISO text/);
    refuse(
      { message: 'record', fields: { powr: 1 } } as unknown as FitMessage,
      /record.powr: no such field; the message has position_lat/,
    );
    refuse({ message: 'recrd', fields: {} } as unknown as FitMessage, /recrd: no such message/);
    refuse({ message: 'record', fields: {}, developer: { Kick: 1 } }, /record.Kick: no field_description/);
  });

  it('accept what an activity read from a file holds', () => {
    const activity: Activity = readFit(writeFitActivity({ samples: ride(50), sport: 'cycling' }));
    expectSameSamples(readFit(writeFitActivity(activity)).samples, activity.samples);
  });
});
