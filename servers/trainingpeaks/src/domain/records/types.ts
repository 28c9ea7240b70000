import { closest, Failure } from '@core/mcp-kit';

const power = ['5sec', '1min', '5min', '10min', '20min', '60min', '90min'];
const distances = ['400Meter', '800Meter', '1K', '1Mi', '5K', '5Mi', '10K', '10Mi', 'HalfMarathon', 'Marathon', '50K'];

export type RecordSport = 'Bike' | 'Run';

/** Record types of a sport, as the service spells them; others are refused by it. */
export const recordTypes: Readonly<Record<RecordSport, readonly string[]>> = {
  Bike: [...power.map((time) => `power${time}`), ...power.map((time) => `hR${time}`)],
  Run: [...power.map((time) => `hR${time}`), ...distances.map((distance) => `speed${distance}`)],
};

/** Words people say for a record, without case, spaces and marks. */
const spoken: Readonly<Record<string, string>> = {
  half: 'speedHalfMarathon',
  halfmarathon: 'speedHalfMarathon',
  marathon: 'speedMarathon',
  '1mile': 'speed1Mi',
  '5mile': 'speed5Mi',
  '10mile': 'speed10Mi',
  '400m': 'speed400Meter',
  '800m': 'speed800Meter',
};

/**
 * The record type that a caller means: its name in any case, or a short form: `20min` (power on the bike, heart rate on
 * foot), `5k`, `half`.
 *
 * @throws Failure `bad_input` with the nearest names, or all of the sport.
 */
export function recordType(sport: RecordSport, given: string): string {
  const types = recordTypes[sport];
  const word = given.toLowerCase().replace(/[\s_-]/g, '');
  const prefixes = ['', sport === 'Bike' ? 'power' : 'speed', 'hr'];
  const found = [spoken[word]?.toLowerCase() ?? word]
    .flatMap((name) => prefixes.map((prefix) => `${prefix}${name}`))
    .map((name) => types.find((type) => type.toLowerCase() === name))
    .find((type) => type !== undefined);
  if (found !== undefined) return found;
  const near = closest(given, types);
  throw new Failure('bad_input', `"${given.slice(0, 40)}" is not a record that TrainingPeaks keeps for ${sport}`, {
    next: `use one of: ${(near.length > 0 ? near : types).join(', ')}`,
  });
}
