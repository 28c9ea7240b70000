import { addDays, noted, notesShape, rowsShape, toRows, windowOf } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { deliveryColumns, deliveryRow, deviceSettings } from '../../domain/calendar/delivery.ts';
import { newest, oldest } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_device_delivery',
  title: 'Device delivery',
  toolset: 'events',
  effect: 'read',
  userText: ['name', 'error'],
  description: 'Whether planned workouts reach the device.',
  input: z.object({ oldest, newest }),
  output: z.object({ devices: z.array(z.record(z.string(), z.unknown())), ...rowsShape, ...notesShape }),
  examples: [{}],
  handler: async (ctx, given) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const window = windowOf(given, { oldest: today, newest: addDays(today, 6) }, 35);
    const [profile, events] = await Promise.all([
      ctx.port.settings.getAthleteSettings({ athlete: athlete.id }),
      ctx.port.events.list({ athlete: athlete.id, ...window, categories: ['WORKOUT'] }),
    ]);
    const devices = deviceSettings(profile);
    const rows = events.items.map((event) => deliveryRow(event, devices, today));
    return {
      devices: devices.map((device) => ({ ...device })),
      ...toRows(rows, deliveryColumns),
      ...noted(
        'How many days ahead each service fetches is not published: a session that is far ahead may not be on the device yet.',
        ...(devices.length === 0 ? ['No device service has ever been connected for workouts on Intervals.icu.'] : []),
        ...(devices.length > 0 && devices.every(({ sends_workouts }) => sends_workouts !== true)
          ? [
              'Planned workouts are switched off for every device; they are switched on under Settings on Intervals.icu.',
            ]
          : []),
        ...(events.items.length === 0 ? ['No workout is planned in these days.'] : []),
      ),
    };
  },
});
