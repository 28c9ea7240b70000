import { present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { noted, notesShape } from '../../answers/notes.ts';
import { thresholdsOf } from '../../domain/thresholds.ts';
import { zoneRanges } from '../../domain/zone-ranges.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'igp_get_athlete_profile',
  title: 'Athlete profile',
  toolset: 'athlete',
  effect: 'read',
  userText: ['nickname'],
  description:
    'FTP, threshold and maximal heart rate with where each comes from, body data, power and heart-rate zones.',
  input: z.object({}),
  output: z.object({ profile: z.record(z.string(), z.unknown()), ...rowsShape, ...notesShape }),
  examples: [{}],
  handler: async (ctx) => {
    const { units } = await ctx.athlete();
    const [training, user] = await Promise.all([ctx.port.profile.training(), ctx.port.profile.user()]);
    const { member } = training;
    const used = thresholdsOf(training, ctx.port.thresholdSettings);
    const profile = {
      nickname: user.nickName ?? member.nickName,
      ftp_w: used.ftp,
      ftp_source: used.ftpSource,
      lthr_bpm: used.lthr,
      lthr_source: used.lthrSource,
      max_hr_bpm: used.maxHeartRate ?? user.mhr,
      resting_hr_bpm: used.restHeartRate,
      weight_kg: user.weight ?? member.weight,
      height_cm: user.height ?? member.height,
      w_per_kg: perKilogram(used.ftp, user.weight ?? member.weight),
    };
    const zones = [
      ...zoneRanges('power W', 'coggan_power', used.ftp),
      ...zoneRanges('heart rate bpm', 'five_heart_rate', used.lthr),
    ];
    return {
      ...present({ profile }, units),
      ...toRows(zones, ['kind', 'zone', 'name', 'from', 'to']),
      ...noted(...profileNotes(used.ftp, used.lthr)),
    };
  },
});

function perKilogram(watts: number | null, kilograms: number | null): number | null {
  return watts === null || kilograms === null ? null : Math.round((watts / kilograms) * 100) / 100;
}

function profileNotes(ftp: number | null, lthr: number | null): string[] {
  return [
    'Zones are Coggan’s seven of FTP and five of threshold heart rate (81, 89, 94, 100 %), not the account’s own tables; a value on a bound belongs to the zone above.',
    ...(ftp === null ? ['FTP is not set: enter it in the iGPSport app, or set IGPSPORT_FTP.'] : []),
    ...(lthr === null ? ['Threshold heart rate is not set: enter it in the iGPSport app, or set IGPSPORT_LTHR.'] : []),
  ];
}
