import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeFitActivity } from '../src/fit/write/index.ts';
import { type Activity, readActivity } from '../src/index.ts';
import { hasSamples, sample, sampleNames, samplePath } from './shared-samples.ts';

const installed = spawnSync('gpsbabel', ['-V']).status === 0;
if (!installed)
  process.stdout.write('skipped: comparison with gpsbabel: it is not installed (apt-get install gpsbabel)\n');
const here = installed && hasSamples('comparison of recordings with gpsbabel');

/** gpsbabel's CSV columns and the rounding of each. It leaves zeros of the sensors out. */
const columns = {
  Latitude: ['latitude', 1e-6],
  Longitude: ['longitude', 1e-6],
  Altitude: ['altitude', 0.051],
  Speed: ['speed', 0.0051],
  Heartrate: ['heart_rate', 0],
  Cadence: ['cadence', 0.5],
  Power: ['power', 0.5],
} as const;

interface Point {
  readonly ms: number;
  readonly values: Readonly<Record<string, number>>;
}

function gpsbabel(format: string, path: string): Point[] | null {
  const run = spawnSync('gpsbabel', ['-t', '-i', format, '-f', path, '-o', 'unicsv,utc=0', '-F', '-'], {
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) return null;
  const [header = '', ...lines] = run.stdout.toString().trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    const row = Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
    const values = Object.entries(row)
      .filter(([name, cell]) => name in columns && cell !== '')
      .map(([name, cell]) => [name, Number(cell)]);
    return { ms: Date.parse(`${row.Date?.replaceAll('/', '-')}T${row.Time}Z`), values: Object.fromEntries(values) };
  });
}

/** Counts points that both have, and lists every value that differs. */
function compare(
  activity: Activity,
  points: readonly Point[],
): { unmatched: number; matched: number; differences: string[] } {
  const { startMs, time, channels } = activity.samples;
  const rowAt = new Map([...time].map((seconds, row) => [Math.floor(((startMs ?? 0) + seconds * 1000) / 1000), row]));
  const differences = new Set<string>();
  let matched = 0;
  // It keeps every point of a second; we merge them, later values over earlier ones.
  const seconds = new Map<number, Record<string, number>>();
  for (const { ms, values } of points) {
    if (Number.isNaN(ms)) continue;
    const second = Math.floor(ms / 1000);
    seconds.set(second, { ...seconds.get(second), ...values });
  }
  for (const [second, values] of seconds) {
    const row = rowAt.get(second);
    if (row === undefined) continue;
    matched++;
    for (const [name, [channel, tolerance]] of Object.entries(columns)) {
      const theirs = values[name];
      const ours = channels[channel]?.[row] ?? Number.NaN;
      if (theirs === undefined) continue;
      if (!(Math.abs(theirs - ours) <= tolerance)) differences.add(channel);
    }
  }
  return { unmatched: seconds.size - matched, matched, differences: [...differences] };
}

/** Files that it refuses. */
const refused: Readonly<Record<string, string>> = {
  'raw_run.fit': 'a wrong checksum is fatal to it',
  'malformed.tcx': 'an undeclared prefix is fatal to it',
};

/** Sensor values, and positions where the file has them: recordings without positions give gpsbabel no points. */
describe.skipIf(!here)('point by point with gpsbabel', () => {
  const formats = { '.fit': 'garmin_fit', '.tcx': 'gtrnctr', '.gpx': 'gpx' } as const;
  const names = here ? sampleNames('dev', '.fit', '.tcx', '.gpx') : [];
  for (const path of names) {
    const name = path.replace(/^.*__/, '');
    it(`${name}: ${refused[name] ?? 'no value differs'}`, () => {
      const extension = name.slice(name.lastIndexOf('.')) as keyof typeof formats;
      const points = gpsbabel(formats[extension], samplePath('dev', path));
      if (refused[name] !== undefined) return expect(points).toBeNull();
      expect(compare(readActivity(sample('dev', path)), points ?? [])).toMatchObject({ unmatched: 0, differences: [] });
    });
  }
});

describe.skipIf(!installed)('what we write', () => {
  const folder = mkdtempSync(join(tmpdir(), 'activity-files-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read equal by gpsbabel', () => {
    const column = (value: (row: number) => number) => Float64Array.from({ length: 300 }, (_, row) => value(row));
    const samples = {
      startMs: Date.parse('2026-05-01T06:00:00Z'),
      time: column((row) => row * 2),
      channels: {
        power: column((row) => 100 + row),
        heart_rate: column((row) => 100 + (row % 60)),
        cadence: column((row) => 80 + (row % 10)),
        speed: column((row) => 5 + row / 100),
        altitude: column((row) => 100 + row / 5),
        latitude: column((row) => 48 + row * 1e-4),
        longitude: column((row) => -11 - row * 1e-4),
      },
      pauses: [],
    };
    const path = join(folder, 'ours.fit');
    const bytes = writeFitActivity({ samples, sport: 'cycling' });
    writeFileSync(path, bytes);
    const points = gpsbabel('garmin_fit', path) ?? [];
    expect(points).toHaveLength(300);
    expect(Object.keys(points[1]?.values ?? {}).sort()).toEqual(Object.keys(columns).sort());
    expect(compare(readActivity(bytes), points)).toEqual({ unmatched: 0, matched: 300, differences: [] });
  });
});
