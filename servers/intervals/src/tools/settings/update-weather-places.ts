import { Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { changeResult, writeValues } from '../../answers/change.ts';
import { flag, number, text } from '../../domain/fields/field.ts';
import { readFields } from '../../domain/fields/read.ts';
import { checkedValues, wireValues } from '../../domain/fields/write.ts';
import { placeName } from '../../domain/forecast.ts';
import { defineTool } from '../../tool.ts';

const fields = [
  text('name', 'label'),
  text('location', 'location'),
  number('latitude', 'lat', { range: [-90, 90] }),
  number('longitude', 'lon', { range: [-180, 180] }),
  flag('enabled', 'enabled'),
];

export default defineTool({
  name: 'icu_update_weather_places',
  title: 'Places of the forecast',
  toolset: 'settings',
  effect: 'update',
  userText: ['name', 'location'],
  description: 'Adds a place to the forecast, or with place_id changes it.',
  input: z.object({
    place_id: z.optional(z.string()),
    values: z.record(z.string(), z.unknown()),
  }),
  output: changeResult,
  examples: [{ place_id: '1', values: { name: 'Base' } }],
  handler: async (ctx, { place_id, values: given }) => {
    const athlete = await ctx.athlete();
    const values = checkedValues(given, fields);
    const read = async () => (await ctx.port.forecast.places({ athlete: athlete.id })).forecasts;
    const places = await read();
    const place = places.find(({ id }) => id === place_id);
    if (place_id !== undefined && place === undefined) {
      throw new Failure('not_found', `There is no place ${place_id.slice(0, 20)}`, {
        next: 'take place_id from icu_get_weather_forecast',
      });
    }
    const lacking =
      place === undefined
        ? ['location', 'latitude', 'longitude'].filter((name) => (values[name] ?? null) === null)
        : [];
    if (lacking.length > 0) {
      throw new Failure('bad_input', `A new place needs ${lacking.join(', ')}`, {
        next: 'add to values: {"location": "Ljubljana", "latitude": 46.05, "longitude": 14.51}',
      });
    }
    const wanted = place === undefined ? { enabled: true, name: values.location, ...values } : values;
    const rest = (each: (typeof places)[number]) => ({ ...each, id: each.id === null ? undefined : Number(each.id) });
    return writeValues(ctx, {
      what:
        place === undefined
          ? `Add ${String(values.location)} to the forecast`
          : `Change the place "${placeName(place)}"`,
      before: place === undefined ? {} : readFields(place, fields),
      values: wanted,
      write: (changed) => {
        const sent = wireValues(changed, fields);
        const kept = places.map((each) => (each === place ? { ...rest(each), ...sent } : rest(each)));
        const all = place === undefined ? [...kept, { provider: 'OPEN_WEATHER', ...sent }] : kept;
        return ctx.port.forecast.updatePlaces({ athlete: athlete.id, places: all });
      },
      readBack: async () => {
        const stored = await read();
        const mine =
          place === undefined
            ? stored.find(({ location }) => location === values.location)
            : stored.find(({ id }) => id === place_id);
        return mine === undefined ? {} : readFields(mine, fields);
      },
    });
  },
});
