import { present, presentedName, rowsShape, toRows, type UnitSystem } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { addDays } from '@core/metrics/day';
import { dataQuality } from '@core/metrics/samples';
import { aboutShape, closing, group, recorded } from '../../answer/notes.ts';
import { defineSharedTool, type TrainingContext } from '../../mount/shared-tool.ts';
import type { Activity } from '../../ports/index.ts';
import { byField, type FieldVerdict } from '../../reconciliation/by-field.ts';
import { type PlatformSide, platformSide } from '../../reconciliation/platform-side.ts';
import { type RecordedFile, readRecordedFile } from '../../reconciliation/recorded-file.ts';
import { distanceOf, fileValues, platformValues } from '../../reconciliation/ride-values.ts';
import { type SameRide, type Side, sameRide } from '../../reconciliation/same-ride.ts';
import { matches } from '../../reconciliation/shape.ts';
import type { Opened } from '../../recording/opened.ts';
import { flaws } from '../../recording/quality.ts';

export default defineSharedTool({
  name: 'reconcile_activity',
  title: 'Which recording is right',
  toolset: 'files',
  effect: 'read',
  files: 'in',
  needs: ['activities', 'thresholds'],
  description:
    'Same ride on two services: an activity here against its FIT, TCX or GPX of the files folder, number by number: which to trust and why. Fills in what a Strava stub hides.',
  input: z.object({ activity_id: z.string(), file: z.string() }),
  output: z.object({ ...aboutShape, same_ride: group, clock: z.optional(group), ...rowsShape }),
  examples: ({ activityId, file = 'ride.fit' }) => [{ activity_id: activityId, file }],
  handler: async (ctx, { activity_id, file: name }) => {
    const bytes = await ctx.files.read(name);
    const athlete = await ctx.athlete();
    const file = await readRecordedFile(bytes, name, athlete.timeZone);
    const { activities, thresholds } = ctx.ports;
    const platform = await platformSide(activities, athlete, activity_id, file.start?.slice(0, 10) ?? null);
    const { activity, opened } = platform;
    const found = opened === null ? [] : matches(file.opened.grid, opened.grid);
    const same = sameRide(fileAsSide(file), platformAsSide(platform), found);
    const about = {
      method:
        'The file is computed here from its seconds; the activity is the platform’s summary, then its own seconds.',
      as_of: activity.day,
      same_ride: { verdict: same.verdict, because: same.because },
    };
    if (same.verdict === 'another' || same.verdict === 'unclear') {
      return {
        ...about,
        ...toRows([], columns),
        coverage: {},
        ...closing(
          ['Nothing is compared: the numbers of two rides say nothing of each other.'],
          [await betterMatch(ctx, name, file, activity_id)],
        ),
      };
    }
    const family = activity.hidden === null ? activity.family : (file.family ?? activity.family);
    const limits = await thresholds.on(athlete, { family, day: activity.day, activityId: activity_id });
    const rows = byField(platformValues(activity, opened, limits), fileValues(file, activity, limits), {
      same: same.verdict,
      found,
      coverage: { file: covered(file.opened), platform: covered(opened) },
    });
    return {
      ...about,
      method: `${about.method} Load of the file: thresholds ${limits.source}.`,
      clock: clockOf(activity, file, same, found[0]?.lagS),
      ...toRows(
        rows.map((row) => shown(row, athlete.units)),
        columns,
      ),
      coverage: channelsOf(file.opened, opened),
      ...closing(notesOf(file, platform, ctx.platform), [ctx.call('analyze_activity', { activity_id })]),
    };
  },
});

const columns = ['field', 'platform', 'file', 'difference', 'difference_pct', 'trust', 'why'] as const;

function fileAsSide({ opened, start, family }: RecordedFile): Side {
  const { grid } = opened;
  const { pausedSeconds } = dataQuality(grid);
  return { start, family, seconds: grid.seconds, movingS: grid.seconds - pausedSeconds, distanceM: distanceOf(opened) };
}

function platformAsSide({ activity, opened }: PlatformSide): Side {
  const { start, family, movingS, distanceM, hidden } = activity;
  const seconds = opened?.grid.seconds ?? movingS;
  return { start, family: hidden === null ? family : null, seconds, movingS, distanceM };
}

function covered(opened: Opened | null) {
  const channels = opened === null ? {} : dataQuality(opened.grid).channels;
  return { power: channels.power?.coverage ?? null, heartRate: channels.heart_rate?.coverage ?? null };
}

/** A verdict in the account's units; the field is named as the number is. */
function shown({ field, trust, why, differencePct, ...values }: FieldVerdict, units: UnitSystem) {
  const label = presentedName(field, units);
  const own = (value: number | null) =>
    value === null ? null : ((present({ [field]: value }, units)[label] as number | undefined) ?? value);
  return {
    field: label,
    platform: own(values.platform),
    file: own(values.file),
    difference: trust === 'either' ? null : own(values.difference),
    difference_pct: trust === 'either' ? null : differencePct,
    trust,
    why,
  };
}

function clockOf({ start }: Activity, file: RecordedFile, { clockOffsetS }: SameRide, lagS: number | undefined) {
  return recorded({
    platform_start: start,
    file_start: file.start,
    file_ahead_s: clockOffsetS,
    file_begins_earlier_s: lagS,
  });
}

/** Channels of both, and what one has and the other lacks. */
function channelsOf(file: Opened, platform: Opened | null): Record<string, unknown> {
  const [ours, theirs] = [channelNames(file), platform === null ? [] : channelNames(platform)];
  const named = (names: readonly string[]) => (names.length === 0 ? null : names.join(' '));
  return recorded({
    in_both: named(ours.filter((name) => theirs.includes(name))),
    only_in_file: named(ours.filter((name) => !theirs.includes(name))),
    only_on_platform: named(theirs.filter((name) => !ours.includes(name))),
  });
}

function channelNames({ grid }: Opened): string[] {
  const names = Object.entries(grid.channels).flatMap(([name, values]) => (values.some(Number.isFinite) ? [name] : []));
  const position = names.includes('latitude') && names.includes('longitude');
  return [...names.filter((name) => name !== 'latitude' && name !== 'longitude'), ...(position ? ['position'] : [])];
}

function notesOf(file: RecordedFile, { activity, without }: PlatformSide, platform: string): string[] {
  return [
    ...(activity.hidden === null
      ? []
      : [
          `${platform} hides this activity: ${activity.hidden}. The file is the athlete’s own recording and fills the gap; nothing of Strava is read.`,
        ]),
    ...(activity.hidden === null && without !== null ? [`No seconds on the platform: ${without}.`] : []),
    ...(file.sessions > 1 ? [`The file holds ${file.sessions} sessions; they are taken as one.`] : []),
    ...(file.start === null ? ['The file has no clock.'] : []),
    ...flaws(file.opened).map((flaw) => `File: ${flaw}`),
  ];
}

/** The same question about the activity whose day and start are the file's, where there is one. */
async function betterMatch(
  ctx: TrainingContext<'activities' | 'thresholds'>,
  name: string,
  file: RecordedFile,
  refused: string,
): Promise<string | undefined> {
  if (file.start === null) return undefined;
  const day = file.start.slice(0, 10);
  const { items } = await ctx.ports.activities.list(await ctx.athlete(), {
    oldest: addDays(day, -1),
    newest: addDays(day, 1),
  });
  const side = fileAsSide(file);
  const likely = items
    .filter(({ id }) => id !== refused)
    .find(
      (activity) => sameRide(side, platformAsSide({ activity, opened: null, without: null }), []).verdict === 'same',
    );
  return likely && ctx.call('reconcile_activity', { activity_id: likely.id, file: name });
}
