import FitParser from 'fit-file-parser';
import { describe, expect, it } from 'vitest';
import { readFit } from '../src/index.ts';
import { hasSamples, sample, sampleNames } from './shared-samples.ts';

const here = hasSamples('comparison with fit-file-parser');

/** Our channels and the fields in which fit-file-parser returns them, best first. */
const fields = {
  power: ['power'],
  heart_rate: ['heart_rate'],
  cadence: ['cadence'],
  speed: ['enhanced_speed', 'speed'],
  distance: ['distance'],
  altitude: ['enhanced_altitude', 'altitude'],
  latitude: ['position_lat'],
  longitude: ['position_long'],
  temperature: ['temperature'],
} as const;

/** Every difference, and why ours is meant. A file that is not listed must be equal in all channels. */
const explained: Readonly<Record<string, { readonly channels: readonly string[]; readonly why: string }>> = {
  'compressed-speed-distance.fit': {
    channels: ['speed', 'distance'],
    why: 'it does not expand compressed_speed_distance',
  },
  's18-accumulated-fields.fit': {
    channels: ['speed', 'distance'],
    why: 'it does not expand compressed_speed_distance',
  },
  'activity_2944936628.fit': { channels: ['power'], why: 'power is a developer field that stands for record field 7' },
  's13-developer-fields.fit': { channels: ['power'], why: 'power is a developer field that stands for record field 7' },
  'mywhoosh_20260111.fit': { channels: ['heart_rate'], why: 'two values of 0 bpm are no heart rate' },
  '0134902991.fit': { channels: ['heart_rate'], why: 'every value is 0 bpm: no strap was worn' },
  's08-data-size-zero.fit': {
    channels: ['power', 'heart_rate', 'cadence', 'speed', 'distance', 'altitude'],
    why: 'it reads nothing of an unfinished file',
  },
  's10-chained-two-activities.fit': {
    channels: ['power', 'heart_rate', 'cadence', 'speed', 'distance', 'altitude'],
    why: 'it reads only the first of chained files',
  },
};
/** Damaged files that it refuses and we read as far as they go. */
const refused = [
  's06-truncated-mid-record.fit',
  's09-data-size-max.fit',
  's29-undefined-local-type.fit',
  's30-empty.fit',
  's31-not-fit.fit',
];

type Row = Record<string, unknown>;

/** Its records by seconds since the first, records of one second merged. */
async function theirs(bytes: Uint8Array): Promise<ReadonlyMap<number, Row>> {
  const parser = new FitParser({
    mode: 'list',
    force: true,
    speedUnit: 'm/s',
    lengthUnit: 'm',
    temperatureUnit: 'celsius',
  });
  const { records = [] } = await parser.parseAsync(new Uint8Array(bytes).buffer);
  const rows = new Map<number, Row>();
  const first = new Date(records[0]?.timestamp ?? 0).getTime();
  for (const record of records) {
    const at = (new Date(record.timestamp ?? 0).getTime() - first) / 1000;
    const given = Object.entries(record).filter(([, value]) => value !== undefined && value !== null);
    rows.set(at, { ...rows.get(at), ...Object.fromEntries(given) });
  }
  return rows;
}

function differences(bytes: Uint8Array, rows: ReadonlyMap<number, Row>): string[] {
  const { samples } = readFit(bytes, { mergeHeartRate: false });
  return Object.entries(fields).flatMap(([channel, names]) => {
    const column = samples.channels[channel as keyof typeof fields];
    const differs = [...samples.time].some((time, row) => {
      const record = rows.get(time) ?? {};
      const value = names.map((name) => record[name]).find((found) => found !== undefined);
      const ours = column?.[row] ?? Number.NaN;
      if (typeof value !== 'number') return !Number.isNaN(ours);
      return !(Math.abs(value - ours) <= 1e-6);
    });
    return differs ? [channel] : [];
  });
}

describe.skipIf(!here)('channel by channel with fit-file-parser', () => {
  const names = here
    ? (['dev', 'synthetic'] as const).flatMap((folder) =>
        sampleNames(folder, '.fit').map((name) => [folder, name] as const),
      )
    : [];
  for (const [folder, path] of names) {
    const name = path.replace(/^.*__/, '');
    const { channels, why } = explained[name] ?? { channels: [], why: 'equal' };
    if (refused.includes(name))
      it(`${name}: it refuses the file`, () => expect(theirs(sample(folder, path))).rejects.toBeDefined());
    else
      it(`${name}: ${why}`, async () => {
        const bytes = sample(folder, path);
        expect(differences(bytes, await theirs(bytes))).toEqual(channels);
      });
  }
  it('compares all 71 files', () => expect(names).toHaveLength(71));
});
