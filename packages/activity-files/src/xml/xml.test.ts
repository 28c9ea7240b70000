import { describe, expect, it } from 'vitest';
import { ActivityFileError } from '../activity/problem.ts';
import { readGpx } from './gpx.ts';
import { readTcx } from './tcx.ts';
import { attribute, numberIn, plainText, timeIn } from './text-values.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const number = (text: string) => numberIn(bytes(text), 0, text.length);
const time = (text: string) => timeIn(bytes(text), 0, text.length);

const gpx = (points: string, head = '') =>
  bytes(`${head}<gpx creator="Bike &amp; Co"><trk><type>cycling</type><trkseg>${points}</trkseg></trk></gpx>`);
const point = (at: string, inner = '') =>
  `<trkpt lat="48.5" lon="-11.25"><time>2026-05-01T06:00:${at}Z</time>${inner}</trkpt>`;
const list = (column: Float64Array | undefined) => (column === undefined ? undefined : [...column]);

describe('numbers', () => {
  it('are read as Number reads them, to the last bit', () => {
    for (const text of [
      '0',
      '-0.5',
      '12.',
      '.5',
      '50.3925680',
      '-20.200000762939453',
      '40.03811557777225971221923828125',
      '1e3',
      '9007199254740993',
      '+7',
      ' 42\n',
    ])
      expect(number(text), text).toBe(Number(text));
  });
  it('are NaN when they are none', () => {
    for (const text of ['', ' ', 'abc', '1.2.3', '--1', '1 2', 'Infinity', '-', '.', '9'.repeat(100)])
      expect(number(text), text).toBeNaN();
  });
});

describe('times', () => {
  it('are read like Date.parse, with fractions and offsets', () => {
    for (const text of [
      '2026-05-01T06:00:00Z',
      '2024-02-29T23:59:59.999Z',
      '1999-12-31T00:00:00.5Z',
      '2026-05-01T06:00:00+02:00',
      '2026-05-01T06:00:00.25-09:30',
    ])
      expect(time(text), text).toBe(Date.parse(text));
  });
  it('without a zone are UTC', () => expect(time('2026-05-01T06:00:00')).toBe(Date.parse('2026-05-01T06:00:00Z')));
  it('are NaN when they are none', () => {
    for (const text of ['', 'now', '2026-13-01T00:00:00Z', '06:00:00Z', '2026-05-01'])
      expect(time(text), text).toBeNaN();
  });
});

describe('text', () => {
  it('resolves the predefined entities and no others', () => {
    const raw = bytes('<![CDATA[a<b]]> &lt;&amp;&#65;&#x42; &evil; &#0;');
    expect(plainText(raw, 0, raw.length)).toBe('a<b <&AB &evil; &#0;');
  });
  it('finds attributes in any order and quoting', () => {
    const raw = bytes(` xlat="1" lon = '2' lat="3"`);
    const { from, to } = attribute(raw, 'lat', 0, raw.length);
    expect(new TextDecoder().decode(raw.subarray(from, to))).toBe('3');
    expect(attribute(raw, 'ele', 0, raw.length)).toEqual({ from: 0, to: 0 });
  });
});

describe('GPX', () => {
  it('reads every vendor extension by its local name', () => {
    const { samples, sport, devices } = readGpx(
      gpx(
        point(
          '00',
          '<ele>0</ele><extensions><power>200</power><x:TrackPointExtension><x:hr>120</x:hr><x:cad>88</x:cad><x:atemp>-3</x:atemp></x:TrackPointExtension></extensions>',
        ) +
          point(
            '01.500',
            '<ele>1.5</ele><extensions><pwr:PowerInWatts>210</pwr:PowerInWatts><hr>121</hr></extensions>',
          ),
      ),
    );
    expect(list(samples.time)).toEqual([0, 1.5]);
    expect(list(samples.channels.power)).toEqual([200, 210]);
    expect(list(samples.channels.heart_rate)).toEqual([120, 121]);
    expect(list(samples.channels.altitude)).toEqual([0, 1.5]);
    expect(list(samples.channels.temperature)).toEqual([-3, Number.NaN]);
    expect([samples.channels.latitude?.[0], samples.channels.longitude?.[0]]).toEqual([48.5, -11.25]);
    expect([sport, devices[0]?.product]).toEqual(['cycling', 'Bike & Co']);
  });

  it('reads past a byte order mark, white space, comments, a document type and UTF-16', () => {
    const head = '\ufeff \n<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY a "b">]><!-- <trkpt> -->';
    expect(readGpx(gpx(point('00'), head)).samples.time).toHaveLength(1);
    const text = `\ufeff${new TextDecoder().decode(gpx(point('00')))}`;
    const utf16 = new Uint8Array(Uint16Array.from([...text].map((letter) => letter.charCodeAt(0))).buffer);
    expect(readGpx(utf16).samples.time).toHaveLength(1);
  });

  it('counts points without a time instead of inventing one', () => {
    const { samples, cleaning } = readGpx(gpx(`${point('00')}<trkpt lat="1" lon="2"></trkpt>`));
    expect(samples.time).toHaveLength(1);
    expect(cleaning.withoutTime).toBe(1);
  });

  it('says when there are routes or waypoints only', () => {
    expect(readGpx(bytes('<gpx><wpt lat="1" lon="2"/></gpx>')).problems).toMatchObject([
      { kind: 'not_tracks', detail: 'no track points, only 1 route or way points' },
    ]);
  });

  it('does not take the type of a link for the sport', () => {
    expect(readGpx(bytes('<gpx><trk><link><type>text</type></link><type>running</type></trk></gpx>')).sport).toBe(
      'running',
    );
  });
});

describe('TCX', () => {
  const lap = (start: string, seconds: number, tracks: string) =>
    `<Lap StartTime="2026-05-01T06:${start}Z"><TotalTimeSeconds>${seconds}</TotalTimeSeconds><DistanceMeters>100</DistanceMeters>` +
    `<AverageHeartRateBpm><Value>131</Value></AverageHeartRateBpm><Intensity>Resting</Intensity><TriggerMethod>Manual</TriggerMethod>${tracks}` +
    '<Extensions><LX><AvgWatts>180</AvgWatts></LX></Extensions></Lap>';
  const trackpoint = (at: string) =>
    `<Trackpoint><Time>2026-05-01T06:${at}Z</Time><HeartRateBpm xsi:type="x"><Value>130</Value></HeartRateBpm>` +
    '<Extensions><ns3:TPX CadenceSensor="Bike"><ns3:Speed>8.5</ns3:Speed><ns3:Watts>0</ns3:Watts></ns3:TPX></Extensions></Trackpoint>';
  const activity = (laps: string) =>
    bytes(
      `<x:TrainingCenterDatabase><Activities><Activity Sport="Biking">${laps}<Creator><Name>Edge</Name></Creator></Activity></Activities></x:TrainingCenterDatabase>`,
    );

  it('reads points without a position, laps, sensors under any prefix, the device', () => {
    const read = readTcx(activity(lap('00:00', 2, `<Track>${trackpoint('00:00')}${trackpoint('00:02')}</Track>`)));
    expect(read.problems).toEqual([]);
    expect(read.laps).toMatchObject([
      {
        sport: 'cycling',
        timerS: 2,
        elapsedS: 2,
        distanceM: 100,
        avgHeartRateBpm: 131,
        avgPowerW: 180,
        intensity: 'rest',
        trigger: 'manual',
        rows: { from: 0, to: 2 },
      },
    ]);
    expect(read.sessions).toMatchObject([{ sport: 'cycling', timerS: 2, distanceM: 100 }]);
    expect(list(read.samples.channels.power)).toEqual([0, 0]);
    expect(list(read.samples.channels.speed)).toEqual([8.5, 8.5]);
    expect(read.devices[0]?.product).toBe('Edge');
  });

  it('takes a break between tracks for a pause only when the time of the lap leaves it out', () => {
    const tracks = `<Track>${trackpoint('00:00')}${trackpoint('00:10')}</Track><Track>${trackpoint('01:00')}${trackpoint('01:10')}</Track>`;
    expect(readTcx(activity(lap('00:00', 20, tracks))).samples.pauses).toEqual([{ from: 10, to: 60 }]);
    expect(readTcx(activity(lap('00:00', 70, tracks))).samples.pauses).toEqual([]);
  });

  it('reads what is there of a cut file', () => {
    const whole = activity(lap('00:00', 2, `<Track>${trackpoint('00:00')}${trackpoint('00:02')}</Track>`));
    const cut = readTcx(whole.subarray(0, whole.length - 300));
    expect(cut.samples.time.length).toBeGreaterThan(0);
    expect(cut.problems.map(({ kind }) => kind)).toEqual(['truncated']);
    expect(() => readTcx(whole.subarray(0, whole.length - 300), { strict: true })).toThrow(ActivityFileError);
  });

  it('repairs crossed end tags, ignores stray ones, and says so', () => {
    const read = readTcx(
      activity(`</Folder>${lap('00:00', 2, `<Track>${trackpoint('00:00').replace('</HeartRateBpm>', '')}</Track>`)}`),
    );
    expect(read.samples.channels.heart_rate?.[0]).toBe(130);
    expect(read.problems.map(({ kind }) => kind)).toEqual(['malformed', 'malformed']);
  });

  it('stops at absurd depth', () => {
    const deep = bytes(`<TrainingCenterDatabase>${'<a>'.repeat(100_000)}`);
    expect(readTcx(deep).problems.map(({ kind }) => kind)).toContain('depth');
  });
});
