import { Failure } from '@core/mcp-kit';
import type { DecodedRide } from './decode.ts';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="igpsport-mcp" xmlns="http://www.topografix.com/GPX/1/1" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
<trk>`;

type Channels = DecodedRide['activity']['samples']['channels'];

/**
 * A ride as GPX 1.1: a segment for each stretch between timer pauses, with heart rate, cadence and temperature in Garmin's
 * extension of a point and power beside it. Samples without a position are left out: GPX has no place for them.
 *
 * @throws Failure `not_found` without any position, `contract` for a file without a clock
 */
export function rideGpx(ride: string, { activity }: Pick<DecodedRide, 'activity'>, title: string): string {
  const { startMs, time, channels, pauses } = activity.samples;
  const { latitude, longitude } = channels;
  if (latitude === undefined || longitude === undefined || !latitude.some(Number.isFinite)) {
    throw new Failure('not_found', `Ride ${ride} has no positions, which a GPX file is made of`, {
      next: 'use format fit, which holds everything that was recorded',
    });
  }
  if (startMs === null) {
    throw new Failure('contract', `The file of ride ${ride} does not say when it was recorded`, {
      next: 'use format fit, which is the file as it was recorded',
    });
  }
  const segments: string[][] = [[]];
  let pause = 0;
  for (const [row, seconds] of time.entries()) {
    // A sample at the end of a pause belongs to what follows it.
    while (pause < pauses.length && seconds >= (pauses[pause]?.to ?? 0)) {
      segments.push([]);
      pause += 1;
    }
    if (!Number.isFinite(latitude[row]) || !Number.isFinite(longitude[row])) continue;
    segments.at(-1)?.push(point(channels, row, startMs + seconds * 1000));
  }
  const tracks = segments
    .filter((points) => points.length > 0)
    .map((points) => `<trkseg>\n${points.join('\n')}\n</trkseg>`);
  return `${HEAD}<name>${escaped(title)}</name><type>${escaped(activity.sport ?? 'cycling')}</type>\n${tracks.join('\n')}\n</trk></gpx>\n`;
}

function point(channels: Channels, row: number, atMs: number): string {
  const cell = (name: keyof Channels, digits: number): string | undefined => {
    const value = channels[name]?.[row];
    return value !== undefined && Number.isFinite(value) ? value.toFixed(digits) : undefined;
  };
  const tag = (name: string, value: string | undefined): string =>
    value === undefined ? '' : `<${name}>${value}</${name}>`;
  const sensors = [
    tag('gpxtpx:atemp', cell('temperature', 0)),
    tag('gpxtpx:hr', cell('heart_rate', 0)),
    tag('gpxtpx:cad', cell('cadence', 0)),
  ].join('');
  const extensions =
    tag('power', cell('power', 0)) + (sensors === '' ? '' : tag('gpxtpx:TrackPointExtension', sensors));
  return [
    `<trkpt lat="${cell('latitude', 7)}" lon="${cell('longitude', 7)}">`,
    tag('ele', cell('altitude', 1)),
    tag('time', new Date(atMs).toISOString().replace('.000', '')),
    extensions === '' ? '' : tag('extensions', extensions),
    '</trkpt>',
  ].join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text of people inside XML; what XML 1.0 cannot hold goes. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
