import type { ChannelName } from '@core/metrics/samples';
import type { Activity } from '../activity/model.ts';
import { PointColumns } from './point-columns.ts';
import { type XmlOptions, xmlActivity, xmlProblems, xmlText } from './read-xml.ts';
import { scanTags, type TagHandler } from './scan-tags.ts';
import { sportOf } from './sport-names.ts';
import { attribute, numberIn, plainText, timeIn } from './text-values.ts';

/** What elements inside a track point mean, whatever their prefix and however deep their extension nests them. */
const channels: Readonly<Record<string, ChannelName>> = {
  ele: 'altitude',
  hr: 'heart_rate',
  heartrate: 'heart_rate',
  cad: 'cadence',
  cadence: 'cadence',
  RunCadence: 'cadence',
  power: 'power',
  PowerInWatts: 'power',
  watts: 'power',
  atemp: 'temperature',
  temp: 'temperature',
  temperature: 'temperature',
  speed: 'speed',
  distance: 'distance',
  depth: 'depth',
};

/**
 * Reads a GPX file: the points of its tracks, in file order. Values of every known extension are found by local name
 * (`gpxtpx:hr`, `ns3:hr`, bare `<power>`, `pwr:PowerInWatts` …). A new segment is a gap, not a pause: the format does not
 * tell one from the other. Points without a time cannot be placed on the time axis; they are counted in `cleaning`.
 *
 * @throws ActivityFileError in strict mode, or when the input is larger than 400 MiB
 */
export function readGpx(bytes: Uint8Array, options: XmlOptions = {}): Activity {
  const text = xmlText(bytes);
  const problems = xmlProblems(options);
  const handler = new GpxHandler(text);
  scanTags(text, handler, problems);
  if (handler.points.rows === 0)
    problems.add(
      'not_tracks',
      0,
      `no track points${handler.others > 0 ? `, only ${handler.others} route or way points` : ''}`,
    );
  const { samples, report } = handler.points.samples([]);
  const sport = sportOf(handler.type, handler.creator);
  return xmlActivity({
    format: 'gpx',
    samples,
    cleaning: report,
    ...sport,
    sessions: [],
    laps: [],
    creator: handler.creator,
    problems,
  });
}

class GpxHandler implements TagHandler {
  readonly points = new PointColumns();
  creator = '';
  type = '';
  others = 0;
  readonly #text: string;
  #inPoint = false;
  #inTrack = false;
  #inLink = false;

  constructor(text: string) {
    this.#text = text;
  }

  open(name: string, from: number, to: number): void {
    if (name === 'trkpt') {
      this.#inPoint = true;
      this.points.next();
      const latitude = attribute(this.#text, 'lat', from, to) ?? '';
      const longitude = attribute(this.#text, 'lon', from, to) ?? '';
      this.points.set('latitude', numberIn(latitude, 0, latitude.length));
      this.points.set('longitude', numberIn(longitude, 0, longitude.length));
    } else if (name === 'trk') this.#inTrack = true;
    else if (name === 'link') this.#inLink = true;
    else if (name === 'rtept' || name === 'wpt') this.others++;
    else if (name === 'gpx') this.creator = plainText(attribute(this.#text, 'creator', from, to) ?? '');
  }

  leaf(name: string, from: number, to: number): void {
    if (!this.#inPoint) {
      if (name === 'type' && this.#inTrack && !this.#inLink && this.type === '')
        this.type = plainText(this.#text.slice(from, to));
      return;
    }
    if (name === 'time') this.points.setTime(timeIn(this.#text, from, to));
    else if (Object.hasOwn(channels, name))
      this.points.set(channels[name] as ChannelName, numberIn(this.#text, from, to));
  }

  close(name: string): void {
    if (name === 'trkpt') this.#inPoint = false;
    else if (name === 'trk') this.#inTrack = false;
    else if (name === 'link') this.#inLink = false;
  }
}
