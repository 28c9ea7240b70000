import { gzipSync, zipSync } from 'fflate';
import { type FitMessage, writeFit, writeFitActivity } from '../src/fit/write/index.ts';
import { type Activity, ActivityFileError, FitActivity, readActivities } from '../src/index.ts';
import { jsonReport } from '../src/inspect/json-report.ts';
import { byte, concat, morning, uint8, uint16, uint32, Wire } from './wire.ts';

/** What a fuzzing run saw. */
export interface FuzzResult {
  readonly inputs: number;
  /** Inputs refused with an `ActivityFileError` (damaged archives, size limits). */
  readonly refused: number;
  readonly withSamples: number;
  readonly slowestMs: number;
  readonly problems: ReadonlyMap<string, number>;
}

/** Numbers between 0 and 1 from a seed: a failing input can be made again. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Our own files: every message kind that the decoder treats in a way of its own, and both text formats. */
export function fuzzSeeds(): Uint8Array[] {
  const fit = [ride(), workout(), wire(), strap(), unfinished(), new Uint8Array(0)];
  const [first = new Uint8Array(0), second = new Uint8Array(0)] = fit;
  const texts = [gpx, tcx].map((text) => new TextEncoder().encode(text));
  return [
    ...fit,
    ...fit,
    concat(first, second),
    ...texts,
    gzipSync(second),
    zipSync({ 'a.fit': second, 'b.gpx': texts[0] ?? first }),
  ];
}

/**
 * Reads `inputs` mutations of the seeds and checks what every reader promises: no error but `ActivityFileError`, no time
 * that is not finite and increasing, no column of another length, no more cells than the file can pay for.
 */
export function fuzz(seeds: readonly Uint8Array[], inputs: number, seed: number): FuzzResult {
  const next = random(seed);
  const problems = new Map<string, number>();
  let refused = 0;
  let withSamples = 0;
  let slowestMs = 0;
  for (let i = 0; i < inputs; i++) {
    const input = mutate(seeds, next);
    const from = performance.now();
    try {
      for (const { activity } of readActivities(input)) {
        check(activity, input.length, i % 4 === 0);
        if (activity.samples.time.length > 0) withSamples++;
        for (const { kind } of activity.problems) problems.set(kind, (problems.get(kind) ?? 0) + 1);
      }
    } catch (error) {
      if (!(error instanceof ActivityFileError)) throw new Error(describe(seed, i, input), { cause: error });
      refused++;
    }
    slowestMs = Math.max(slowestMs, unhurried(performance.now() - from, input));
  }
  return { inputs, refused, withSamples, slowestMs, problems };
}

const noticeableMs = 100;

/** What looks slow may have waited for the processor: it counts as the best of three. */
function unhurried(ms: number, input: Uint8Array): number {
  let best = ms;
  for (let again = 0; again < 2 && best > noticeableMs; again++) {
    const from = performance.now();
    try {
      readActivities(input);
    } catch {
      // The first reading has already looked at what it throws.
    }
    best = Math.min(best, performance.now() - from);
  }
  return best;
}

function describe(seed: number, i: number, input: Uint8Array): string {
  return `seed ${seed}, input ${i}: ${Buffer.from(input.subarray(0, 4096)).toString('base64')}`;
}

function check(activity: Activity, size: number, deep: boolean): void {
  const { time, channels, pauses, startMs } = activity.samples;
  must(startMs === null || Number.isFinite(startMs), 'a finite start');
  for (let i = 0; i < time.length; i++) {
    must(Number.isFinite(time[i]), 'a finite time');
    must(i === 0 || (time[i] as number) > (time[i - 1] as number), 'increasing time');
  }
  const columns = Object.values(channels);
  for (const column of columns) {
    must(column.length === time.length, 'columns as long as time');
    for (const value of column) must(Number.isNaN(value) || Number.isFinite(value), 'finite values');
  }
  must(columns.length * time.length <= 64 * size + 1_000_000, 'no more cells than the file pays for');
  for (const [i, { from, to }] of pauses.entries())
    must(
      from < to && Number.isFinite(from) && Number.isFinite(to) && from > (pauses[i - 1]?.to ?? -Infinity),
      'disjoint pauses',
    );
  if (!deep) return;
  JSON.stringify(jsonReport(activity));
  must(activity.lengths.length + activity.events.length + activity.devices.length >= 0, 'lists');
  must(activity.thresholds !== null, 'thresholds');
  if (activity instanceof FitActivity)
    for (const { number } of activity.messageCounts()) activity.messages(number, { unknown: true });
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`expected ${what}`);
}

const interesting = [0, 1, 0x7f, 0x80, 0xfe, 0xff, 12, 14, 20, 253];

/** One to six changes: bytes, numbers, cuts, repeats, splices. */
function mutate(seeds: readonly Uint8Array[], next: () => number): Uint8Array {
  const pick = (n: number) => Math.floor(next() * n);
  let bytes: Uint8Array = (seeds[pick(seeds.length)] as Uint8Array).slice();
  for (let changes = 1 + pick(6); changes > 0; changes--) {
    const at = pick(bytes.length + 1);
    const length = 1 + pick(next() < 0.8 ? 8 : 200);
    switch (pick(9)) {
      case 0:
      case 1:
        if (at < bytes.length) bytes[at] = pick(256);
        break;
      case 2:
        if (at < bytes.length) bytes[at] = interesting[pick(interesting.length)] as number;
        break;
      case 3:
        if (at < bytes.length) bytes[at] = (bytes[at] as number) ^ (1 << pick(8));
        break;
      case 4:
        bytes = bytes.slice(0, at);
        break;
      case 5:
        bytes = concat(bytes.subarray(0, at), bytes.subarray(at + length));
        break;
      case 6:
        bytes = concat(bytes.subarray(0, at), bytes.subarray(Math.max(0, at - length), at), bytes.subarray(at));
        break;
      case 7:
        bytes = concat(
          bytes.subarray(0, at),
          Uint8Array.from({ length }, () => pick(256)),
          bytes.subarray(at),
        );
        break;
      case 8: {
        const other = seeds[pick(seeds.length)] as Uint8Array;
        bytes = concat(bytes.subarray(0, at), other.subarray(pick(other.length + 1)));
        break;
      }
    }
    if (bytes.length > 20_000) bytes = bytes.slice(0, 20_000);
  }
  return bytes;
}

const startMs = Date.parse('2026-05-01T06:00:00Z');

function ride(): Uint8Array {
  const column = (value: (row: number) => number) => Float64Array.from({ length: 12 }, (_, row) => value(row));
  return writeFitActivity({
    samples: {
      startMs,
      time: column((row) => (row < 6 ? row : row + 20)),
      channels: {
        power: column((row) => (row === 3 ? Number.NaN : 200 + row)),
        heart_rate: column((row) => 120 + row),
        latitude: column((row) => 48 + row / 1000),
        altitude: column(() => 100),
        speed: column(() => 8),
        left_right_balance: column(() => 50),
        form_power: column((row) => row),
      },
      pauses: [{ from: 6, to: 20 }],
    },
    sport: 'swimming',
    laps: [{ startMs, elapsedS: 6, timerS: 6 }],
    lengths: [{ startMs, elapsedS: 6, active: true, strokes: 9, stroke: 'freestyle' }],
    rr: { intervalsMs: Float64Array.of(800, 810, 820), timeS: Float64Array.of(1, 2, 3) },
  });
}

function workout(): Uint8Array {
  const step = {
    message: 'workout_step',
    fields: { duration_type: 'time', duration_time: 60, target_type: 'power' },
  } as const;
  const messages: FitMessage[] = [
    { message: 'file_id', fields: { type: 'workout' } },
    { message: 'workout', fields: { wkt_name: 'w', sport: 'cycling' } },
    step,
    step,
  ];
  return writeFit(messages);
}

/** Big-endian records, packed fields, compressed timestamps, unknown messages, two layouts. */
function wire(): Uint8Array {
  const file = new Wire().bigEndian();
  file.define(0, 20, [
    [253, 4, uint32],
    [8, 3, byte],
    [28, 2, uint16],
    [18, 1, uint8],
  ]);
  file
    .define(1, 20, [
      [7, 2, uint16],
      [6, 2, uint16],
    ])
    .define(2, 0xff12, [[1, 5, uint16]]);
  for (let i = 0; i < 6; i++) {
    file.data(0, file.int(morning + 10 * i, 4), [i, i, i], file.int(i * 9000, 2), [i * 60]);
    file.compressed(1, morning + 10 * i + 4, file.int(i, 2), file.int(i, 2)).data(2, [1, 2, 3, 4, 5]);
  }
  return file.file();
}

/** A file whose header never got its size. */
function unfinished(): Uint8Array {
  const file = new Wire().define(0, 20, [
    [253, 4, uint32],
    [7, 2, uint16],
  ]);
  for (let i = 0; i < 6; i++) file.data(0, file.int(morning + i, 4), file.int(200, 2));
  return file.file({ dataSize: 0, crc: false });
}

/** Heart rate that a strap hands over after the records. */
function strap(): Uint8Array {
  const file = new Wire().define(0, 20, [
    [253, 4, uint32],
    [5, 4, uint32],
  ]);
  for (let i = 0; i < 8; i++) file.data(0, file.int(morning + i, 4), file.int(i, 4));
  file.define(1, 132, [
    [253, 4, uint32],
    [0, 2, uint16],
    [6, 1, uint8],
    [9, 4, uint32],
  ]);
  file.data(1, file.int(morning, 4), file.int(0, 2), [100], file.int(4000, 4));
  file.define(2, 132, [
    [6, 8, uint8],
    [10, 12, byte],
  ]);
  file.data(
    2,
    [1, 2, 3, 4, 5, 6, 7, 8].map((beat) => 100 + beat),
    [0x10, 0x00, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70, 0x80, 0x90, 0xa0, 0xb0],
  );
  return file.file();
}

const gpx = `<?xml version="1.0"?><gpx creator="x" xmlns:a="b"><trk><type>running</type><trkseg>${[0, 1, 2, 3]
  .map(
    (i) =>
      `<trkpt lat="48.${i}" lon="11.${i}"><ele>${i}</ele><time>2026-05-01T06:00:0${i}.500Z</time><extensions><power>20${i}</power>` +
      `<a:TrackPointExtension><a:hr>12${i}</a:hr></a:TrackPointExtension></extensions></trkpt>`,
  )
  .join('')}</trkseg></trk></gpx>`;

const tcx = `<TrainingCenterDatabase><Activities><Activity Sport="Biking"><Lap StartTime="2026-05-01T06:00:00Z"><TotalTimeSeconds>3
</TotalTimeSeconds><Track>${[0, 1, 2]
  .map(
    (i) =>
      `<Trackpoint><Time>2026-05-01T06:00:0${i}Z</Time><HeartRateBpm><Value>12${i}</Value></HeartRateBpm><Extensions><ns3:TPX>` +
      `<ns3:Watts>2${i}0</ns3:Watts></ns3:TPX></Extensions></Trackpoint>`,
  )
  .join('')}</Track></Lap><Creator><Name>x &amp; y</Name></Creator></Activity></Activities></TrainingCenterDatabase>`;
