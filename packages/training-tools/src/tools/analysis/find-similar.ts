import { addDays, Failure, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { type SessionFeatures, similarSessions } from '@core/metrics/similarity';
import { whole } from '../../answer/bounds.ts';
import { aboutShape, closing, skippedNotes } from '../../answer/notes.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
import type { Activity } from '../../ports/index.ts';
import { rounded } from '../../recording/figures.ts';

const SHOWN = 5;
const BUDGET_MS = 45_000;

export default defineSharedTool({
  name: 'find_similar',
  title: 'Similar activities',
  toolset: 'analysis',
  effect: 'read',
  needs: ['activities'],
  userText: ['name'],
  description: 'Sessions like this one, by length, intensity and shape.',
  input: z.object({
    activity_id: z.string(),
    days: z.optional(whole(7, 732)),
  }),
  output: z.object({ ...aboutShape, ...rowsShape }),
  examples: ({ activityId }) => [{ activity_id: activityId, days: 60 }],
  handler: async (ctx, { activity_id, days = 365 }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const options = { budgetMs: BUDGET_MS, onProgress: ctx.progress };
    const range = { oldest: addDays(today, 1 - days), newest: today };
    const { items, skipped } = await ctx.ports.activities.list(athlete, range, options);
    const asked = items.find(({ id }) => id === activity_id) ?? (await ctx.ports.activities.get(athlete, activity_id));
    const usable = items.filter(({ hidden }) => hidden === null);
    const found = similarSessions(featuresOf(asked), usable.map(featuresOf), { most: SHOWN });
    if (found.value === null) {
      throw new Failure('bad_input', `Activity ${activity_id} tells too little to compare it: ${found.detail}`, {
        next: 'choose an activity with power, heart rate or distance',
      });
    }
    const byId = new Map(usable.map((activity) => [activity.id, activity]));
    const rows = found.value.map(({ id, similarity, features }) => ({
      ...rowOf(byId.get(id)!),
      similarity_pct: 100 * similarity,
      least_alike: features[0] === undefined ? null : words[features[0].feature],
    }));
    const ids = [activity_id, ...rows.map(({ activity_id: id }) => id)].slice(0, 5);
    return {
      method: `${found.method}: duration, intensity, load, distance, climbing, heart rate, variability, where both have them; 70 % or more`,
      as_of: today,
      coverage: {
        activities: items.length,
        compared: usable.filter(({ family }) => family === asked.family).length,
        days,
      },
      ...toRows<Record<string, string | number | null>>(
        [{ ...rowOf(asked), similarity_pct: 100, least_alike: null }, ...rows],
        columns,
      ),
      ...closing(
        [...skippedNotes(skipped, 'activities'), ...(rows.length === 0 ? ['Nothing is alike: try more days.'] : [])],
        [
          rows.length > 0
            ? ctx.call('compare_activities', { activity_ids: ids })
            : ctx.call('find_similar', { activity_id, days: 732 }),
        ],
      ),
    };
  },
});

const columns = [
  'activity_id',
  'date',
  'name',
  'moving_time_s',
  'distance_km',
  'elevation_gain_m',
  'np_w',
  'average_hr_bpm',
  'load',
  'intensity_factor',
  'similarity_pct',
  'least_alike',
];

function rowOf(activity: Activity) {
  return {
    activity_id: activity.id,
    date: activity.day,
    name: activity.name,
    moving_time_s: activity.movingS,
    distance_km: activity.distanceM === null ? null : activity.distanceM / 1000,
    elevation_gain_m: activity.ascentM,
    np_w: activity.normalizedW,
    average_hr_bpm: activity.averageBpm,
    load: activity.load?.points ?? null,
    intensity_factor: rounded(activity.intensity, 2),
  };
}

function featuresOf({
  id,
  family,
  movingS,
  distanceM,
  ascentM,
  load,
  intensity,
  averageBpm,
  averageW,
  normalizedW,
}: Activity): SessionFeatures {
  const known = (name: string, value: number | null | undefined) =>
    value === null || value === undefined || !(value >= 0) ? {} : { [name]: value };
  return {
    id,
    sport: family,
    ...known('seconds', movingS),
    ...known('distance', distanceM),
    ...known('elevationGain', ascentM),
    ...known('load', load?.points),
    ...known('intensity', intensity),
    ...known('heartRate', averageBpm),
    ...known('variability', averageW !== null && averageW > 0 && normalizedW !== null ? normalizedW / averageW : null),
  };
}

/** As the method names them. */
const words = {
  seconds: 'duration',
  distance: 'distance',
  elevationGain: 'climbing',
  load: 'load',
  intensity: 'intensity',
  heartRate: 'heart rate',
  variability: 'variability',
  zoneShares: 'zones',
} as const;
