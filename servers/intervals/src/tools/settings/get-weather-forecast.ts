import { noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forecastColumns, forecastRows, placeOf } from '../../domain/forecast.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_weather_forecast',
  title: 'Weather forecast',
  toolset: 'settings',
  effect: 'read',
  userText: ['name', 'location', 'place'],
  description: 'The forecast of the next days at the athlete’s places.',
  input: z.object({}),
  output: z.object({ places: z.array(z.record(z.string(), z.unknown())), ...rowsShape, ...notesShape }),
  examples: [{}],
  handler: async (ctx) => {
    const athlete = await ctx.athlete();
    const [config, forecast] = await Promise.all([
      ctx.port.forecast.places({ athlete: athlete.id }),
      ctx.port.forecast.days({ athlete: athlete.id }),
    ]);
    const rows = forecastRows(forecast);
    return {
      places: config.forecasts.map(placeOf),
      ...present(toRows(rows, forecastColumns), athlete.units),
      ...noted(
        ...(rows.length === 0 ? ['Intervals.icu gives no forecast; icu_update_weather_places adds a place.'] : []),
      ),
    };
  },
});
