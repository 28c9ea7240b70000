import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { writeFit, writeFitActivity } from '../fit/write/index.ts';
import { readActivity } from '../read.ts';
import { csvLines } from './csv.ts';
import { garminProduct } from './garmin-products.ts';
import { humanReport } from './human-report.ts';
import { jsonReport } from './json-report.ts';
import { recordingOf } from './recording.ts';
import { distance, duration, plain, sparkline, table } from './text.ts';

const startMs = Date.parse('2026-05-01T06:00:00Z');
const column = (value: (row: number) => number, rows = 100) =>
  Float64Array.from({ length: rows }, (_, row) => value(row));

const file = writeFitActivity({
  samples: {
    startMs,
    time: column((row) => (row < 50 ? row : row < 80 ? row + 100 : row + 130)),
    channels: {
      power: column((row) => 150 + row),
      heart_rate: column((row) => (row < 50 ? 120 : Number.NaN)),
      distance: column((row) => row * 8),
      form_power: column(() => 60.5),
    },
    pauses: [{ from: 50, to: 149 }],
  },
  sport: 'cycling',
  subSport: 'road',
  laps: [
    { sport: 'cycling', startMs, elapsedS: 50, timerS: 50, distanceM: 400, avgPowerW: 170, trigger: 'manual' },
    { sport: 'cycling', startMs: startMs + 149_000, elapsedS: 80, timerS: 80, distanceM: 392, trigger: 'session_end' },
  ],
  rr: { intervalsMs: Float64Array.of(500, 510), timeS: Float64Array.of(1, 2) },
  recorder: { manufacturer: 'garmin', product: 3121 },
  localOffsetMs: 7_200_000,
});

describe('--json', () => {
  it('has exactly its keys, and their values', () => {
    expect(jsonReport(readActivity(file))).toEqual({
      format: 'fit',
      sport: 'cycling',
      start_time: '2026-05-01T06:00:00Z',
      elapsed_s: 229,
      timer_s: 130,
      records: 100,
      distance_m: 792,
      channels: {
        power: { samples: 100, mean: 199.5, max: 249 },
        heart_rate: { samples: 50, mean: 120, max: 120 },
        distance: { samples: 100, mean: 396, max: 792 },
        form_power: { samples: 100, mean: 60.5, max: 60.5 },
      },
      sessions: 1,
      laps: 2,
      pauses: [{ from_s: 50, to_s: 149 }],
      hrv_beats: 2,
      developer_fields: 1,
      problems: [],
    });
  });

  it('lists problems with kind and offset', () => {
    const cut = readActivity(file.subarray(0, file.length - 2));
    expect(jsonReport(cut).problems).toEqual([{ kind: 'no_crc', offset: file.length - 2 }]);
    expect(jsonReport(readActivity(new Uint8Array(0)))).toMatchObject({
      start_time: null,
      elapsed_s: null,
      records: 0,
      channels: {},
    });
  });
});

describe('--csv', () => {
  it('has a column a channel with its unit, and empty cells for no data', () => {
    const lines = [...csvLines(readActivity(file))];
    expect(lines[0]).toBe('time_s,time,heart_rate [bpm],distance [m],power [W],form_power [W],developer form_power');
    expect(lines[1]).toBe('0,2026-05-01T06:00:00Z,120,0,150,60.5,60.5');
    expect(lines[100]).toBe('229,2026-05-01T06:03:49Z,,792,249,60.5,60.5');
    expect(lines).toHaveLength(101);
  });

  it('disarms names that a spreadsheet would run', () => {
    const bytes = writeFit([
      { message: 'developer_data_id', fields: { developer_data_index: 0 } },
      {
        message: 'field_description',
        fields: { developer_data_index: 0, field_definition_number: 0, fit_base_type_id: 7, field_name: '=cmd,"x"' },
      },
      { message: 'record', fields: { timestamp: startMs }, developer: { '=cmd,"x"': '=1+1' } },
    ]);
    const [header, row] = [...csvLines(readActivity(bytes))];
    expect(header).toBe('time_s,time,"developer =cmd,""x"""');
    expect(row).toBe("0,2026-05-01T06:00:00Z,'=1+1");
  });
});

describe('the summary', () => {
  const report = humanReport('ride.fit', file.length, readActivity(file));

  it('tells what, when, on which device', () => {
    expect(report).toContain('cycling (road) · 2026-05-01 08:00 (UTC+2) · garmin Edge 530');
    expect(report).toContain('elapsed 3:49 · timer 2:10 · 1 pause (1:39)');
  });

  it('shows channels with coverage, pauses, gaps, laps, developer fields and problems', () => {
    expect(report).toMatch(/heart rate +bpm +50 %/);
    expect(report).toContain('Pauses (1): 0:50 + 1:39');
    expect(report).toContain('Gaps with the timer running (1): 2:59 + 0:31');
    expect(report).toMatch(/ 1 +0:00 +0:50 +400 m +170 +28\.8 km\/h +manual/);
    expect(report).toMatch(/form_power +100/);
    expect(report).toContain('No problems in the file.');
    expect(humanReport('x', 0, readActivity(new Uint8Array(0)))).toContain('empty at byte 0: the file is empty');
  });
});

describe('the pieces', () => {
  it('format durations, distances, tables', () => {
    expect([duration(0), duration(59.6), duration(3723), duration(-5)]).toEqual(['0:00', '1:00', '1:02:03', '-0:05']);
    expect([distance(999.4), distance(31_217)]).toEqual(['999 m', '31.22 km']);
    expect(
      table(
        ['a', 'b', ''],
        [
          ['x', '1', ''],
          ['yy', '20', ''],
        ],
      ),
    ).toEqual(['a    b', 'x    1', 'yy  20']);
  });

  it('draw values over time, blank where there are none', () => {
    expect(sparkline(Float64Array.of(0, 1, 2, 3), Float64Array.of(0, Number.NaN, 5, 10), 4)).toBe('▁ ▅█');
    expect(sparkline(Float64Array.of(0), Float64Array.of(5), 1)).toBe('▄');
  });

  it('keep terminal commands of hostile names from the terminal', () => {
    expect(plain('a\u001b[2Jb\n\u202ec')).toBe('a [2Jb  c');
  });

  it('know irregular recording from gaps', () => {
    const samples = { startMs: null, time: Float64Array.of(0, 4, 9, 13, 60), channels: {}, pauses: [] };
    expect(recordingOf(samples)).toEqual({ usualStepS: 4, regularity: 0.5, gaps: [{ from: 13, to: 60 }] });
  });

  it('name devices as people do', () => {
    expect([garminProduct(3121), garminProduct(2691), garminProduct(99_999), garminProduct(-1)]).toEqual([
      'Edge 530',
      'Forerunner 935',
      undefined,
      undefined,
    ]);
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'inspect-'));
  const ride = join(folder, 'ride.fit');
  writeFileSync(ride, file);
  afterAll(() => rmSync(folder, { recursive: true }));
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const run = (args: readonly string[], input?: Uint8Array) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--conditions=@core/source', main, ...args], {
      input,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  it('prints the three forms', () => {
    expect(run(['inspect', ride]).stdout).toContain('ride.fit · FIT');
    expect(JSON.parse(run(['inspect', ride, '--json']).stdout)).toEqual(jsonReport(readActivity(file)));
    expect(run(['inspect', '--csv', ride]).stdout.trim().split('\n')).toHaveLength(101);
  });

  it('reads standard input', () => {
    expect(run(['inspect', '-'], file).stdout).toContain('standard input · FIT');
  });

  it('refuses damage only when strict, and says what is wrong', () => {
    const cut = join(folder, 'cut.fit');
    writeFileSync(cut, file.subarray(0, 300));
    expect(run(['inspect', cut])).toMatchObject({ status: 0, stderr: '' });
    const strict = run(['inspect', cut, '--strict']);
    expect(strict).toMatchObject({ status: 1, stdout: '' });
    expect(strict.stderr).toContain('(truncated at byte 300)');
  });

  it('says that a file is none that it reads, instead of a report about nothing', () => {
    const photo = join(folder, 'photo.jpg');
    writeFileSync(photo, 'no activity in here');
    const answer = run(['inspect', photo]);
    expect(answer).toMatchObject({ status: 1, stdout: '' });
    expect(answer.stderr).toContain('not a FIT, TCX or GPX file: no FIT header');
    expect(JSON.parse(run(['inspect', photo, '--json']).stdout).problems).toEqual([{ kind: 'not_fit', offset: 0 }]);
  });

  it('answers mistakes with a form that works', () => {
    expect(run(['inspect', join(folder, 'none.fit')])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no such file'),
    });
    expect(run(['inspect', folder])).toMatchObject({ status: 1, stderr: expect.stringContaining('is a folder') });
    expect(run(['inspect'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('activity-files inspect ride.fit'),
    });
    expect(run(['look', ride])).toMatchObject({ status: 2, stderr: expect.stringContaining('unknown command "look"') });
    expect(run([ride]).stderr).toContain(`activity-files inspect ${ride}`);
    expect(run(['inspect', ride, '--jsn'])).toMatchObject({
      status: 2,
      stderr: "Unknown option '--jsn': there are --json, --csv, --strict and --help\n",
    });
    expect(run(['inspect', ride, '--json', '--csv'])).toMatchObject({ status: 2, stdout: '' });
    expect(run(['--help']).stdout).toContain('activity-files inspect <file> --json');
  });
});
