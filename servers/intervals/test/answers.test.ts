import { answerSuite } from '@core/mcp-kit/testing';
import { LONG_RIDE_TITLE } from '@core/sandbox/athlete';
import { rememberPeople } from '../sandbox/index.ts';
import { type SandboxPlatform, sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';

const people = rememberPeople();

const reads = new Set(provider.tools.filter(({ effect }) => effect === 'read').map(({ name }) => name));

type Args = Readonly<Record<string, unknown>>;

/** Reads of one activity: those of the example's own, and those of the ride of twelve hours. */
function longest(tool: string, example: Args, { sandbox }: SandboxPlatform): readonly Args[] | undefined {
  // It has no plan that it could be compared with.
  if (!reads.has(tool) || example.activity_id === undefined || tool === 'icu_compare_planned_actual') return undefined;
  const ride = sandbox.emulator.state.me.activities
    .list()
    .find(({ origin }) => origin.kind === 'session' && origin.session.title === LONG_RIDE_TITLE);
  return [example, { ...example, activity_id: ride?.id }];
}

answerSuite(provider, {
  heavy: () => sandboxPlatform({ people, heavy: true }),
  asked: longest,
  // The places are what a forecast is about; the athlete wrote them.
  discloses: { icu_get_weather_forecast: /itude$/, icu_update_weather_places: /itude$/ },
  // A field that the athlete made.
  ownScale: /Caffeine$/,
});
