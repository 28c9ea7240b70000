import type { Recording } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import type { StoredActivity } from './stored.ts';

/** The track as GPX 1.1 with Garmin's sensor extension; undefined without positions. */
export function gpxOf(
  record: AthleteRecord,
  activity: StoredActivity,
  recording: Recording,
  without: { power: boolean; heartRate: boolean },
): string | undefined {
  const { latitude, longitude, altitude, heartRate, cadence, power } = recording.channels;
  if (!latitude || !longitude) return undefined;
  const start = record.wall.instantOf(activity.startLocal).getTime();
  const points: string[] = [];
  for (let i = 0; i < recording.length; i++) {
    if (Number.isNaN(latitude[i]!)) continue;
    const at = new Date(start + 1000 * recording.time[i]!).toISOString();
    const sensors = [
      heartRate && !without.heartRate ? `<gpxtpx:hr>${heartRate[i]}</gpxtpx:hr>` : '',
      cadence ? `<gpxtpx:cad>${cadence[i]}</gpxtpx:cad>` : '',
    ].join('');
    const watts = power && !without.power && !Number.isNaN(power[i]!) ? `<power>${power[i]}</power>` : '';
    const height = altitude ? `<ele>${altitude[i]!.toFixed(1)}</ele>` : '';
    points.push(
      `<trkpt lat="${latitude[i]}" lon="${longitude[i]}">${height}<time>${at}</time><extensions>${watts}<gpxtpx:TrackPointExtension>${sensors}</gpxtpx:TrackPointExtension></extensions></trkpt>`,
    );
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="Intervals.icu" xmlns="http://www.topografix.com/GPX/1/1" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
<trk><trkseg>
${points.join('\n')}
</trkseg></trk>
</gpx>
`;
}
