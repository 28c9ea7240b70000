import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeFitActivity } from '@core/activity-files/write';

/** Files to measure with: recordings next to the checkout when they are there, else files that we write ourselves. */
export interface Inputs {
  readonly source: string;
  readonly fit: readonly Uint8Array[];
  /** 5 hours at 1 Hz with 20 fields. */
  readonly fiveHours: Uint8Array;
  readonly xml: readonly { readonly kind: 'tcx' | 'gpx'; readonly bytes: Uint8Array }[];
}

export function inputs(root: string): Inputs {
  const folder = join(process.env.SHARED_DIR ?? resolve(root, '../shared'), 'data/activity-samples');
  if (!existsSync(folder)) return { source: 'files of our own encoder', ...own() };
  const files = readdirSync(join(folder, 'dev')).map((name) => ({
    name,
    bytes: readFileSync(join(folder, 'dev', name)),
  }));
  const named = (extension: string) =>
    files.filter(({ name }) => name.endsWith(extension) && !name.endsWith('malformed.tcx'));
  return {
    source: `recordings in ${folder}`,
    fit: named('.fit').map(({ bytes }) => bytes),
    fiveHours: readFileSync(join(folder, 'synthetic/s35-perf-5h-20fields.fit')),
    xml: (['tcx', 'gpx'] as const).flatMap((kind) => named(`.${kind}`).map(({ bytes }) => ({ kind, bytes }))),
  };
}

const startMs = Date.parse('2026-05-01T06:00:00Z');

/** A ride at 1 Hz whose values move like a ride's. */
export function ride(hours: number, channels = 20): Uint8Array {
  const seconds = Math.round(hours * 3600);
  const wave = (mean: number, swing: number, period: number) =>
    Float64Array.from({ length: seconds }, (_, i) => Math.round(mean + swing * Math.sin(i / period)));
  const columns = {
    power: wave(200, 100, 37),
    heart_rate: wave(140, 25, 190),
    cadence: wave(88, 8, 21),
    speed: Float64Array.from({ length: seconds }, (_, i) => 8 + Math.sin(i / 60)),
    distance: Float64Array.from({ length: seconds }, (_, i) => i * 8),
    altitude: wave(400, 150, 900),
    latitude: Float64Array.from({ length: seconds }, (_, i) => 48 + i * 1e-6),
    longitude: Float64Array.from({ length: seconds }, (_, i) => 11 + i * 1e-6),
    temperature: wave(20, 5, 3000),
    grade: wave(0, 8, 300),
    calories: wave(500, 100, 5000),
    respiration_rate: wave(30, 8, 120),
    left_right_balance: wave(50, 2, 15),
    left_torque_effectiveness: wave(80, 5, 15),
    right_torque_effectiveness: wave(80, 5, 16),
    left_pedal_smoothness: wave(22, 3, 15),
    right_pedal_smoothness: wave(22, 3, 16),
    core_temperature: wave(38, 1, 4000),
    vertical_speed: wave(0, 1, 200),
    gps_accuracy: wave(3, 2, 100),
  };
  const kept = Object.fromEntries(Object.entries(columns).slice(0, channels));
  const time = Float64Array.from({ length: seconds }, (_, i) => i);
  return writeFitActivity({ samples: { startMs, time, channels: kept, pauses: [] }, sport: 'cycling' });
}

function own(): Omit<Inputs, 'source'> {
  const fit = [0.5, 1, 1.5, 2, 3].flatMap((hours) => [6, 9, 12].map((channels) => ride(hours, channels)));
  return {
    fit,
    fiveHours: ride(5),
    xml: [
      { kind: 'gpx', bytes: text(gpx()) },
      { kind: 'tcx', bytes: text(tcx()) },
    ],
  };
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const moments = Array.from({ length: 7200 }, (_, i) => ({ i, time: new Date(startMs + i * 1000).toISOString() }));

function gpx(): string {
  const points = moments.map(
    ({ i, time }) =>
      `<trkpt lat="${(48 + i * 1e-6).toFixed(7)}" lon="11.5"><ele>${i % 300}</ele><time>${time}</time><extensions>` +
      `<power>${150 + (i % 99)}</power><gpxtpx:TrackPointExtension><gpxtpx:hr>${120 + (i % 40)}</gpxtpx:hr></gpxtpx:TrackPointExtension></extensions></trkpt>`,
  );
  return `<?xml version="1.0"?><gpx creator="bench" xmlns:gpxtpx="x"><trk><trkseg>${points.join('\n')}</trkseg></trk></gpx>`;
}

function tcx(): string {
  const points = moments.map(
    ({ i, time }) =>
      `<Trackpoint><Time>${time}</Time><Position><LatitudeDegrees>${48 + i * 1e-6}</LatitudeDegrees><LongitudeDegrees>11.5</LongitudeDegrees></Position>` +
      `<HeartRateBpm><Value>${120 + (i % 40)}</Value></HeartRateBpm><Extensions><ns3:TPX><ns3:Watts>${150 + (i % 99)}</ns3:Watts></ns3:TPX></Extensions></Trackpoint>`,
  );
  return `<TrainingCenterDatabase xmlns:ns3="x"><Activities><Activity Sport="Biking"><Lap StartTime="${moments[0]?.time}"><Track>${points.join('\n')}</Track></Lap></Activity></Activities></TrainingCenterDatabase>`;
}
