import type { ErrorAnswer, Explanation } from '@core/mcp-kit/http';

/** The service's known sentences, compared and never quoted: what each means and what helps. */
const known: readonly (readonly [text: RegExp, explanation: Explanation])[] = [
  [/name is too long/i, { message: 'The name is longer than 80 characters', next: 'shorten `name` and call again' }],
  [/name is required/i, { message: 'A note needs a name', next: 'add `name` and call again' }],
  [/missing type/i, { message: 'The sport is missing', next: 'add `sport`, for example "Ride", and call again' }],
  [
    /invalid stream type/i,
    {
      message: 'One of the channels is not a stream of Intervals.icu',
      next: 'ask for power, heart_rate or another name of the parameter',
    },
  ],
  [/limit must be/i, { message: 'The limit is too high', next: 'use a `limit` of 100 or less' }],
  [
    /unrecognized wellness field/i,
    {
      message: 'Intervals.icu does not know one of these wellness values',
      next: 'leave out the value that is new, or tell the user',
    },
  ],
  [
    /strava/i,
    {
      kind: 'blocked',
      message: 'The activity came from Strava, and Intervals.icu may not change or show those over its API',
      next: 'tell the user to connect the device to Intervals.icu directly or to upload the original file',
    },
  ],
  [
    /activitytype|sport.*unknown|unknown.*type/i,
    {
      message: 'Intervals.icu does not know this sport',
      next: 'use one of its names, such as Ride, Run, Swim, VirtualRide, TrailRun',
    },
  ],
];

/** Reads an error answer of the service into our own words. */
export function explain({ status, body, write }: ErrorAnswer): Explanation | undefined {
  const said = typeof body === 'object' && body !== null && 'error' in body ? String(body.error) : '';
  const found = status === 422 ? known.find(([text]) => text.test(said)) : undefined;
  if (found !== undefined) return found[1];
  if (status === 403 && body === undefined) {
    return {
      kind: 'blocked',
      message: 'A gate in front of Intervals.icu refused the request before it arrived',
      next: write ? 'nothing was written; try again in a few minutes' : 'try again in a few minutes',
    };
  }
  return undefined;
}
