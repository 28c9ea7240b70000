import { answerSuite } from '@core/mcp-kit/testing';
import { LONG_RIDE_TITLE } from '@core/sandbox/athlete';
import { rememberPeople } from '../sandbox/index.ts';
import { type SandboxPlatform, sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';

const people = rememberPeople();

type Args = Readonly<Record<string, unknown>>;

/** Calls about one ride: about the example's own, and about that of twelve hours. */
function longest(_tool: string, example: Args, { sandbox }: SandboxPlatform): readonly Args[] | undefined {
  const ride = sandbox.emulator.state.rides.list().find(({ title }) => title === LONG_RIDE_TITLE);
  return example.activity_id === undefined ? undefined : [example, { ...example, activity_id: String(ride?.rideId) }];
}

answerSuite(provider, {
  heavy: () => sandboxPlatform({ people, heavy: true }),
  asked: longest,
});
