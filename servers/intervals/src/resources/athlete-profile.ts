import { present, type Resource } from '@core/mcp-kit';
import type { IntervalsPort } from '../client/index.ts';
import { profile } from '../domain/athlete/profile.ts';

/** Who the owner is and their thresholds; no e-mail, birthday or key, which are never read. */
export const athleteProfile: Resource<IntervalsPort> = {
  uri: 'intervals-icu://athlete/profile',
  name: 'athlete-profile',
  title: 'Athlete profile',
  description: 'Time zone, units, weight, availability and thresholds of the account’s owner.',
  mimeType: 'application/json',
  read: async (ctx) => {
    const self = await ctx.self();
    const wire = await ctx.port.athletes.profile({ athlete: self.id });
    return JSON.stringify(present({ units: self.units, ...profile(wire) }, self.units), null, 1);
  },
};
