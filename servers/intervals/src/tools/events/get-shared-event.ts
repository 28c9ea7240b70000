import { present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { localMinute } from '../../domain/local-time.ts';
import { recorded } from '../../domain/recorded.ts';
import { km } from '../../domain/si.ts';
import { eventId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_shared_event',
  title: 'Public race',
  toolset: 'events',
  effect: 'read',
  athleteScope: 'none',
  userText: ['name', 'text', 'location'],
  description: 'A public race by its id: place, day, courses.',
  input: z.object({ event_id: eventId }),
  output: z.object({ race: z.record(z.string(), z.unknown()), ...rowsShape }),
  examples: [{ event_id: '5501' }],
  handler: async (ctx, { event_id }) => {
    const { units } = await ctx.self();
    const race = await ctx.port.eventsMany.getSharedEvent({ event: event_id });
    const place = [race.location, race.region, race.country].filter((part) => part !== null && part !== '');
    const courses = race.courses.map((course) => ({
      name: course.name,
      sports: course.types.length === 0 ? null : course.types.join(' '),
      start: course.start_time,
      distance_km: km(course.distance),
      climb_m: course.total_elevation_gain,
    }));
    return present(
      {
        race: recorded({
          event_id: race.id,
          name: race.name,
          start: localMinute(race.start_date_local),
          sports: race.types.length === 0 ? null : race.types.join(' '),
          location: place.length === 0 ? null : place.join(', '),
          entries_close: localMinute(race.closing_date_local),
          website: race.website,
          athletes_with_it: race.usage_count,
          text: race.description === '' ? null : (race.description?.slice(0, 2000) ?? null),
        }),
        ...toRows(courses, ['name', 'sports', 'start', 'distance_km', 'climb_m']),
      },
      units,
    );
  },
});
