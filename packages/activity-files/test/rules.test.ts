import { describe, expect, it } from 'vitest';
import { ActivityFileError, readFit } from '../src/index.ts';
import { byte, concat, morning, sint32, text, uint8, uint16, uint32, Wire } from './wire.ts';

const timeAndPower = [
  [253, 4, uint32],
  [7, 2, uint16],
] as const;

function ride(seconds: number, wire = new Wire()): Wire {
  wire.define(0, 20, timeAndPower);
  for (let i = 0; i < seconds; i++) wire.data(0, wire.int(morning + i, 4), wire.int(100 + i, 2));
  return wire;
}

const kinds = (bytes: Uint8Array) => readFit(bytes).problems.map((problem) => problem.kind);
const list = (column: Float64Array | undefined) => (column === undefined ? undefined : [...column]);

describe('header and checksums', () => {
  it('reads headers of 12 and of 14 bytes', () => {
    expect(list(readFit(ride(3).file({ headerSize: 12 })).samples.channels.power)).toEqual([100, 101, 102]);
    expect(readFit(ride(3).file()).problems).toEqual([]);
  });

  it('takes a header checksum of 0 as "not computed"', () => {
    const bytes = ride(3).file({ crc: false });
    bytes.set([0, 0], 12);
    expect(kinds(bytes)).toEqual(['no_crc']);
  });

  it('returns the data of a file whose checksum is wrong, and says so', () => {
    const bytes = ride(3).file();
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 0xff;
    const activity = readFit(bytes);
    expect(activity.problems).toMatchObject([{ kind: 'file_crc', offset: bytes.length - 2 }]);
    expect(activity.samples.time).toHaveLength(3);
  });

  it('refuses every one of these in strict mode, with kind and offset', () => {
    const cut = ride(3).file().subarray(0, 40);
    expect(() => readFit(cut, { strict: true })).toThrow(ActivityFileError);
    expect(() => readFit(cut, { strict: true })).toThrow(/truncated at byte 40/);
    expect(() => readFit(ride(3).file(), { strict: true })).not.toThrow();
  });
});

describe('files that a device never finished', () => {
  it('reads to the end when the data size is 0 or all ones', () => {
    for (const dataSize of [0, 0xffffffff]) {
      const activity = readFit(ride(5).file({ dataSize, crc: false }));
      expect(activity.samples.time).toHaveLength(5);
      expect(activity.problems).toMatchObject([{ kind: 'data_size', offset: 4 }]);
    }
  });

  it('does not take the checksum of an unfinished header for a message', () => {
    const bytes = ride(5).file({ dataSize: 0, crc: false });
    const whole = ride(5).file();
    whole.set(bytes.subarray(0, 14));
    expect(readFit(whole).cleaning.records).toBe(5);
  });

  it('drops the last, partial record and keeps the ones before', () => {
    const whole = ride(5).file();
    const activity = readFit(whole.subarray(0, whole.length - 5));
    expect(activity.samples.time).toHaveLength(4);
    expect(activity.problems.map(({ kind }) => kind)).toEqual(['truncated']);
  });

  it('stops at a definition that is cut off, at every byte of it', () => {
    const whole = ride(1).file({ dataSize: 0xffffffff, crc: false });
    for (let length = 15; length < 26; length++) {
      const activity = readFit(whole.subarray(0, length));
      expect(activity.problems.map(({ kind }) => kind)).toEqual(['data_size', 'truncated']);
    }
  });

  it('keeps what came before data without a definition', () => {
    const wire = ride(2);
    wire.data(9, [1, 2, 3]);
    const activity = readFit(wire.file());
    expect(activity.cleaning.records).toBe(2);
    expect(activity.problems).toMatchObject([{ kind: 'no_definition' }]);
  });
});

describe('chained files', () => {
  it('merges them on one time axis, and lets no local type leak into the next', () => {
    const second = new Wire().bigEndian().define(1, 20, timeAndPower);
    for (let i = 0; i < 2; i++) second.data(1, second.int(morning + 100 + i, 4), second.int(7, 2));
    const activity = readFit(concat(ride(2).file(), second.file()));
    expect(activity.files).toBe(2);
    expect(list(activity.samples.time)).toEqual([0, 1, 100, 101]);
    const leak = readFit(concat(ride(2).file(), new Wire().data(0, [0, 0, 0, 0, 0, 0]).file()));
    expect(leak.problems).toMatchObject([{ kind: 'no_definition' }]);
  });

  it('flags what follows the last file', () => {
    const file = ride(2).file();
    const activity = readFit(concat(file, new Uint8Array(16)));
    expect(activity.files).toBe(1);
    expect(activity.problems).toMatchObject([{ kind: 'trailing', offset: file.length }]);
  });
});

describe('records', () => {
  it('rebuilds compressed timestamps across the 32-second roll-over', () => {
    const wire = new Wire().define(0, 20, timeAndPower).define(1, 20, [[7, 2, uint16]]);
    wire.data(0, wire.int(morning, 4), wire.int(1, 2));
    const offsets = [5, 30, 31, 40, 71];
    for (const offset of offsets) wire.compressed(1, morning + offset, wire.int(2, 2));
    expect(list(readFit(wire.file()).samples.time)).toEqual([0, ...offsets]);
  });

  it('leaves out invalid values and keeps zeros', () => {
    const wire = new Wire().define(0, 20, [...timeAndPower, [3, 1, uint8], [4, 1, uint8]]);
    wire.data(0, wire.int(morning, 4), [0xff, 0xff], [0xff], [0]);
    wire.data(0, wire.int(morning + 1, 4), [0, 0], [0xff], [0]);
    const { channels } = readFit(wire.file()).samples;
    expect(list(channels.power)).toEqual([Number.NaN, 0]);
    expect(list(channels.cadence)).toEqual([0, 0]);
    expect(channels.heart_rate).toBeUndefined();
  });

  it('prefers the enhanced fields and falls back to the 16-bit ones', () => {
    const wire = new Wire().define(0, 20, [
      [253, 4, uint32],
      [73, 4, uint32],
      [6, 2, uint16],
    ]);
    wire.data(0, wire.int(morning, 4), wire.int(9001, 4), wire.int(9000, 2));
    wire.data(0, wire.int(morning + 1, 4), [0xff, 0xff, 0xff, 0xff], wire.int(9000, 2));
    expect(list(readFit(wire.file()).samples.channels.speed)).toEqual([9.001, 9]);
  });

  it('skips a field whose size is no multiple of its type without shifting the next', () => {
    const wire = new Wire().define(0, 20, [
      [253, 4, uint32],
      [7, 3, uint16],
      [3, 1, uint8],
    ]);
    wire.data(0, wire.int(morning, 4), [1, 2, 3], [140]);
    const { channels } = readFit(wire.file()).samples;
    expect(channels.power).toBeUndefined();
    expect(list(channels.heart_rate)).toEqual([140]);
  });

  it('unwraps packed speed and distance, and expands all ones to nothing', () => {
    const packed = (speed: number, distance: number) => [
      speed & 0xff,
      (speed >> 8) | ((distance & 15) << 4),
      distance >> 4,
    ];
    const wire = new Wire().define(0, 20, [
      [253, 4, uint32],
      [8, 3, byte],
    ]);
    for (const [i, counter] of [4000, 4090, 84].entries()) wire.data(0, wire.int(morning + i, 4), packed(350, counter));
    wire.data(0, wire.int(morning + 3, 4), [0xff, 0xff, 0xff]);
    const { channels } = readFit(wire.file()).samples;
    expect(list(channels.speed)).toEqual([3.5, 3.5, 3.5, Number.NaN]);
    expect(list(channels.distance)).toEqual([250, 255.625, 261.25, Number.NaN]);
  });

  it('accumulates power and cycles', () => {
    const wire = new Wire().define(0, 20, [
      [253, 4, uint32],
      [28, 2, uint16],
      [18, 1, uint8],
    ]);
    for (const [i, power] of [65_000, 300].entries())
      wire.data(0, wire.int(morning + i, 4), wire.int(power, 2), [i === 0 ? 250 : 4]);
    const { channels } = readFit(wire.file()).samples;
    expect(list(channels.accumulated_power)).toEqual([65_000, 65_836]);
    expect(list(channels.total_cycles)).toEqual([250, 260]);
  });

  it('knows the side of a balance only with the flag', () => {
    const wire = new Wire().define(0, 20, [
      [253, 4, uint32],
      [30, 1, uint8],
    ]);
    wire.data(0, wire.int(morning, 4), [0x80 | 52]).data(0, wire.int(morning + 1, 4), [52]);
    expect(list(readFit(wire.file()).samples.channels.left_right_balance)).toEqual([52, Number.NaN]);
  });

  it('reads positions', () => {
    const wire = new Wire().define(0, 20, [
      [253, 4, uint32],
      [0, 4, sint32],
      [1, 4, sint32],
    ]);
    wire.data(0, wire.int(morning, 4), wire.int(2 ** 29, 4), wire.int(2 ** 32 - 2 ** 28, 4));
    const { channels } = readFit(wire.file()).samples;
    expect([channels.latitude?.[0], channels.longitude?.[0]]).toEqual([45, -22.5]);
  });
});

describe('time', () => {
  const at = (...seconds: number[]) => {
    const wire = new Wire().define(0, 20, timeAndPower);
    for (const [i, second] of seconds.entries()) wire.data(0, wire.int(second, 4), wire.int(i + 1, 2));
    return readFit(wire.file());
  };

  it('merges records of the same second, the later value wins; drops steps back and jumps over a day', () => {
    const { samples, cleaning } = at(morning, morning, morning + 5, morning + 3, morning + 6 + 2e9, morning + 6);
    expect(list(samples.time)).toEqual([0, 5, 6]);
    expect(list(samples.channels.power)).toEqual([2, 3, 6]);
    expect(cleaning).toMatchObject({ records: 6, kept: 3, merged: 1, backwards: 1, jumps: 1 });
  });

  it('reads small timestamps as seconds since power-up, without a date', () => {
    const { samples } = at(100, 101);
    expect(samples.startMs).toBeNull();
    expect(list(samples.time)).toEqual([0, 1]);
  });

  it('leaves out seconds since power-up when the rest has dates', () => {
    expect(list(at(100, 101, morning, morning + 1, morning + 2).samples.time)).toEqual([0, 1, 2]);
  });

  it('is not led astray by one first record in the far future', () => {
    expect(list(at(morning + 5e7, morning, morning + 1, morning + 2).samples.time)).toEqual([0, 1, 2]);
  });

  it('never allocates by the claims of a file', () => {
    const wire = new Wire();
    wire.define(0, 20, [[253, 4, uint32], ...Array.from({ length: 60 }, (_, i) => [i, 1, uint8] as const)]);
    wire.data(0, wire.int(morning, 4), new Array(60).fill(1));
    wire.define(1, 20, []);
    for (let i = 0; i < 50_000; i++) wire.compressed(1, morning + i);
    const activity = readFit(wire.file());
    expect(activity.problems.map(({ kind }) => kind)).toEqual(['limit']);
    expect(activity.samples.time.length).toBeLessThan(50_000);
  });
});

describe('files made to exhaust memory', () => {
  const described = (developer: number, number: number) => [developer, number, 2, 0x61, 0];

  it('get no more developer columns than they can pay for', () => {
    const wire = new Wire().define(1, 206, [
      [0, 1, uint8],
      [1, 1, uint8],
      [2, 1, uint8],
      [3, 2, text],
    ]);
    for (let developer = 0; developer < 12; developer++)
      for (let number = 0; number < 255; number++) wire.data(1, described(developer, number));
    for (let developer = 0; developer < 12; developer++)
      wire.define(
        0,
        20,
        [[253, 4, uint32]],
        Array.from({ length: 255 }, (_, number) => [number, 1, developer] as const),
      );
    wire.data(0, wire.int(morning, 4), new Array(255).fill(1)).define(0, 20, [[253, 4, uint32]]);
    for (let i = 1; i < 20_000; i++) wire.data(0, wire.int(morning + i, 4));
    const activity = readFit(wire.file());
    const cells = activity.developer.length * activity.samples.time.length;
    expect(cells).toBeLessThan(8 * wire.file().length + 1_000_000);
    expect(activity.problems.map(({ kind }) => kind)).toContain('limit');
  });

  it('get no more than 50,000 laps', () => {
    const wire = new Wire().define(0, 19, [[0, 1, 0]]);
    for (let i = 0; i < 60_000; i++) wire.data(0, [9]);
    const activity = readFit(wire.file());
    expect(activity.laps).toHaveLength(50_000);
    expect(activity.problems).toMatchObject([{ kind: 'limit' }]);
    expect(activity.messageCounts()).toMatchObject([{ name: 'lap', count: 60_000 }]);
  });
});

describe('timer', () => {
  const events = (...marks: readonly (readonly [seconds: number, type: number])[]) => {
    const wire = new Wire().define(1, 21, [
      [253, 4, uint32],
      [0, 1, 0],
      [1, 1, 0],
    ]);
    for (const [seconds, type] of marks) wire.data(1, wire.int(morning + seconds, 4), [0], [type]);
    return readFit(ride(100, wire).file()).samples.pauses;
  };

  it('pauses from any kind of stop to the next start', () => {
    expect(events([0, 0], [10, 4], [20, 0], [30, 1], [32, 0], [40, 8], [45, 0], [50, 9], [60, 0])).toEqual([
      { from: 10, to: 20 },
      { from: 30, to: 32 },
      { from: 40, to: 45 },
      { from: 50, to: 60 },
    ]);
  });

  it('takes a stop without a start for the end, and a stop and start of one second for nothing', () => {
    expect(events([0, 0], [10, 4], [10, 0], [20, 1], [22, 4], [30, 0], [99, 4])).toEqual([{ from: 20, to: 30 }]);
  });
});

describe('developer fields', () => {
  const describeField = (wire: Wire, name: string, type: number, native: number) =>
    wire
      .define(2, 206, [
        [0, 1, uint8],
        [1, 1, uint8],
        [2, 1, uint8],
        [3, 16, text],
        [8, 8, text],
        [14, 2, uint16],
        [15, 1, uint8],
      ])
      .data(2, [0], [5], [type], wire.text(name, 16), wire.text('W', 8), wire.int(20, 2), [native]);
  const records = (wire: Wire) => {
    wire.define(0, 20, [[253, 4, uint32]], [[5, 2, 0]]);
    for (let i = 0; i < 3; i++) wire.data(0, wire.int(morning + i, 4), wire.int(i === 1 ? 0xffff : 300 + i, 2));
    return wire;
  };

  it('become columns of their own, and the channel that they stand for when the device recorded none', () => {
    const activity = readFit(records(describeField(new Wire(), 'Power', uint16, 7)).file());
    expect(activity.developer).toMatchObject([{ name: 'Power', units: 'W', nativeField: 7 }]);
    expect(list(activity.samples.channels.power)).toEqual([300, Number.NaN, 302]);
    expect(activity.developerFields).toBe(1);
  });

  it('are found when their description comes after them', () => {
    const activity = readFit(describeField(records(new Wire()), 'Power', uint16, 7).file());
    expect(list(activity.developer[0]?.values ?? undefined)).toEqual([300, Number.NaN, 302]);
  });

  it('never replace what the device recorded', () => {
    const wire = describeField(new Wire(), 'Power', uint16, 7);
    wire.define(0, 20, timeAndPower, [[5, 2, 0]]).data(0, wire.int(morning, 4), wire.int(200, 2), wire.int(300, 2));
    expect(list(readFit(wire.file()).samples.channels.power)).toEqual([200]);
  });

  it('without a description, or of size 0, are skipped and the record stays', () => {
    const wire = records(new Wire());
    wire.define(0, 20, timeAndPower, [[9, 0, 0]]).data(0, wire.int(morning + 9, 4), wire.int(250, 2));
    const activity = readFit(wire.file());
    expect(activity.developer).toEqual([]);
    expect(activity.samples.time).toHaveLength(4);
  });

  it('may be called anything without harm', () => {
    const activity = readFit(records(describeField(new Wire(), '__proto__', uint16, 7)).file());
    const [record] = activity.messages('record');
    expect(Object.keys(record ?? {})).toContain('__proto__');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('other messages', () => {
  it('are kept by number on request, with their raw fields', () => {
    const wire = ride(1).define(3, 0xff12, [
      [1, 2, uint16],
      [2, 1, uint8],
    ]);
    wire.data(3, wire.int(513, 2), [7]);
    const activity = readFit(wire.file());
    expect(activity.messages(0xff12, { unknown: true })).toMatchObject([{ field_1: 513, field_2: 7 }]);
    expect(activity.messageCounts()).toMatchObject([{ name: 'record' }, { number: 0xff12, name: null, count: 1 }]);
  });

  it('unpack gear changes, the rear gear in the low bytes', () => {
    const wire = new Wire().define(0, 21, [
      [253, 4, uint32],
      [0, 1, 0],
      [1, 1, 0],
      [3, 4, uint32],
    ]);
    wire.data(0, wire.int(morning, 4), [43], [3], [11, 12, 2, 50]);
    expect(readFit(wire.file()).messages('event')).toMatchObject([
      { event: 'rear_gear_change', rear_gear_num: 11, rear_gear: 12, front_gear_num: 2, front_gear: 50 },
    ]);
  });

  it('read several strings, a missing NUL and wrong UTF-8', () => {
    const wire = new Wire()
      .define(0, 26, [
        [8, 5, text],
        [17, 6, text],
      ])
      .data(0, [0x61, 0x62, 0x63, 0x64, 0x65], wire6());
    expect(readFit(wire.file()).messages('workout')).toMatchObject([
      { wkt_name: 'abcde', wkt_description: ['a', '\ufffd'] },
    ]);
    function wire6() {
      return [0x61, 0, 0xff, 0, 0, 0];
    }
  });

  it('give a workout step the meaning of its type', () => {
    const wire = new Wire().define(0, 27, [
      [1, 1, 0],
      [2, 4, uint32],
      [3, 1, 0],
      [5, 4, uint32],
    ]);
    wire.data(0, [0], wire.int(600_000, 4), [4], wire.int(1250, 4));
    expect(readFit(wire.file()).messages('workout_step')).toMatchObject([
      { duration_type: 'time', duration_time: 600, target_type: 'power', custom_target_power_low: 1250 },
    ]);
  });
});
