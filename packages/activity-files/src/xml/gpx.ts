import type { ChannelName } from '@core/metrics/samples';
import type { Activity } from '../activity/model.ts';
import { PointColumns } from './point-columns.ts';
import { type XmlOptions, xmlActivity, xmlBytes, xmlProblems } from './read-xml.ts';
import { scanTags, type TagHandler, Vocabulary } from './scan-tags.ts';
import { sportOf } from './sport-names.ts';
import { attribute, numberIn, plainText, timeIn } from './text-values.ts';

/** What elements inside a track point mean, whatever their prefix and however deep their extension nests them. */
const pointElements: readonly (readonly [name: string, channel: ChannelName])[] = [
  ['ele', 'altitude'],
  ['hr', 'heart_rate'],
  ['heartrate', 'heart_rate'],
  ['cad', 'cadence'],
  ['cadence', 'cadence'],
  ['RunCadence', 'cadence'],
  ['power', 'power'],
  ['PowerInWatts', 'power'],
  ['watts', 'power'],
  ['atemp', 'temperature'],
  ['temp', 'temperature'],
  ['temperature', 'temperature'],
  ['speed', 'speed'],
  ['distance', 'distance'],
  ['depth', 'depth'],
];

const structure = ['gpx', 'trk', 'trkpt', 'time', 'type', 'link', 'rtept', 'wpt'] as const;
const tag = /* @__PURE__ */ Object.fromEntries(structure.map((name, i) => [name, i + 1])) as Record<
  (typeof structure)[number],
  number
>;
const vocabulary = /* @__PURE__ */ new Vocabulary([...structure, ...pointElements.map(([name]) => name)]);
const channelNames = /* @__PURE__ */ [
  ...new Set<ChannelName>(['latitude', 'longitude', ...pointElements.map(([, channel]) => channel)]),
];
/** Column of the element with tag `structure.length + 1 + i`. */
const slots = /* @__PURE__ */ pointElements.map(([, channel]) => channelNames.indexOf(channel));
const latitudeSlot = 0;
const longitudeSlot = 1;

/**
 * Reads a GPX file: the points of its tracks, in file order. Values of every known extension are found by local name
 * (`gpxtpx:hr`, `ns3:hr`, bare `<power>`, `pwr:PowerInWatts` …). A new segment is a gap, not a pause: the format does not
 * tell one from the other. Points without a time cannot be placed on the time axis; they are counted in `cleaning`.
 *
 * @throws ActivityFileError in strict mode, or when the input is larger than 400 MiB
 */
export function readGpx(bytes: Uint8Array, options: XmlOptions = {}): Activity {
  const utf8 = xmlBytes(bytes);
  const problems = xmlProblems(options);
  const handler = new GpxHandler(utf8);
  scanTags(utf8, vocabulary, handler, problems);
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
  readonly points = new PointColumns(channelNames);
  creator = '';
  type = '';
  others = 0;
  readonly #bytes: Uint8Array;
  #inPoint = false;
  #inTrack = false;
  #inLink = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  open(name: number, from: number, to: number): void {
    if (name === tag.trkpt) this.#openPoint(from, to);
    else if (name === tag.trk) this.#inTrack = true;
    else if (name === tag.link) this.#inLink = true;
    else if (name === tag.rtept || name === tag.wpt) this.others++;
    else if (name === tag.gpx) {
      const range = attribute(this.#bytes, 'creator', from, to);
      this.creator = plainText(this.#bytes, range.from, range.to);
    }
  }

  leaf(name: number, from: number, to: number): void {
    if (this.#inPoint) {
      if (name === tag.time) this.points.setTime(timeIn(this.#bytes, from, to));
      else if (name > structure.length)
        this.points.set(slots[name - structure.length - 1] as number, numberIn(this.#bytes, from, to));
    } else if (name === tag.type && this.#inTrack && !this.#inLink && this.type === '')
      this.type = plainText(this.#bytes, from, to);
  }

  close(name: number): void {
    if (name === tag.trkpt) this.#inPoint = false;
    else if (name === tag.trk) this.#inTrack = false;
    else if (name === tag.link) this.#inLink = false;
  }

  #openPoint(from: number, to: number): void {
    this.#inPoint = true;
    this.points.next();
    const latitude = attribute(this.#bytes, 'lat', from, to);
    const longitude = attribute(this.#bytes, 'lon', from, to);
    this.points.set(latitudeSlot, numberIn(this.#bytes, latitude.from, latitude.to));
    this.points.set(longitudeSlot, numberIn(this.#bytes, longitude.from, longitude.to));
  }
}
