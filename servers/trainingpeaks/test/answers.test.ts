import { answerSuite } from '@core/mcp-kit/testing';
import { LONG_RIDE_TITLE } from '@core/sandbox/athlete';
import { OWN_ID, rememberPeople } from '../sandbox/index.ts';
import { type SandboxPlatform, sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';
import { testDesk } from './login-desk.ts';

const people = rememberPeople();

type Args = Readonly<Record<string, unknown>>;

const reads = new Set(provider.tools.filter(({ effect }) => effect === 'read').map(({ name }) => name));

/** Reads of one workout: those of the example's own, and those of the ride of twelve hours. */
function longest(tool: string, example: Args, { sandbox }: SandboxPlatform): readonly Args[] | undefined {
  const name = ['workout_id', 'activity_id'].find((each) => example[each] !== undefined);
  // It has no plan, so there is nothing to compare it with and no planned file.
  const needsPlan = /strength|planned_actual/.test(tool) || example.planned === true;
  if (!reads.has(tool) || name === undefined || needsPlan) return undefined;
  const ride = sandbox.emulator.state.me.workouts.list().find(({ session }) => session?.title === LONG_RIDE_TITLE);
  return [example, { ...example, [name]: String(ride?.id) }];
}

answerSuite(provider, {
  // A coach, so that every example has somebody to be about.
  heavy: () => ({
    ...sandboxPlatform({ people, account: 'coach', heavy: true }),
    login: testDesk({ id: String(OWN_ID), name: 'Maja' }).desk,
  }),
  asked: longest,
  // The service sends these values without a unit and publishes no scale.
  ownScale:
    /^(body_battery|stress_level)_(min|max|mean)$|^(sleep_quality|fatigue|mood|soreness|time_in_(deep|rem)_sleep|vam_per_weight)$/,
});
