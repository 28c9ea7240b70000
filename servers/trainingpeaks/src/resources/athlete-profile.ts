import { type Cell, present, type Resource, toRows } from '@core/mcp-kit';
import type { TrainingPeaksPort } from '../client/index.ts';
import { profileOf } from '../domain/identity/profile.ts';
import { groupsOf, metrics } from '../domain/zones/metric.ts';
import { groupColumns, groupRow, zoneColumns, zoneRow } from '../domain/zones/show.ts';

/** Who signed in, with thresholds and zones; no e-mail, birthday or address. */
export const athleteProfile: Resource<TrainingPeaksPort> = {
  uri: 'trainingpeaks://athlete/profile',
  name: 'athlete-profile',
  title: 'Athlete, thresholds, zones',
  description: 'Account tier, time zone, thresholds and zones of the account’s owner.',
  mimeType: 'application/json',
  read: async (ctx) => {
    const self = await ctx.self();
    const [user, settings, today] = await Promise.all([
      ctx.port.identity.user(),
      ctx.port.settings.get({ athlete: self.id }),
      ctx.today(),
    ]);
    const groups = metrics.flatMap((metric) =>
      groupsOf(settings, metric).items.map((group) => [metric, group] as const),
    );
    const { fields, notes } = profileOf(user, self, today);
    const answer = {
      ...fields,
      thresholds: toRows<Record<string, Cell>>(
        groups.map(([metric, group]) => groupRow(metric, group)),
        groupColumns,
      ),
      zones: toRows<Record<string, Cell>>(
        groups.flatMap(([metric, group]) => group.zones.map((zone) => zoneRow(metric, group, zone))),
        zoneColumns,
      ),
      ...(notes.length > 0 && { notes }),
    };
    return JSON.stringify(present(answer, self.units), null, 1);
  },
};
