import { present, type Resource } from '@core/mcp-kit';
import { profileOf } from '../domain/profile.ts';
import type { Port } from '../port.ts';

/** Who the athlete is and what they are measured against; no e-mail, telephone or birthday, which are never read. */
const athleteProfile: Resource<Port> = {
  uri: 'igpsport://athlete/profile',
  name: 'athlete-profile',
  title: 'Athlete profile',
  description: 'Thresholds with where each comes from, body data, power and heart-rate zones.',
  mimeType: 'application/json',
  read: async (ctx) => {
    const { units } = await ctx.self();
    const { profile, zones } = await profileOf(ctx.port);
    return JSON.stringify({ units, ...present({ profile }, units), zones }, null, 1);
  },
};

/** Every resource of the server. */
export const resources: readonly Resource<Port>[] = [athleteProfile];
