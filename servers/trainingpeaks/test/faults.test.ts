import { faultSuite } from '@core/mcp-kit/testing';
import { FAULTS } from '@core/sandbox';
import { OWN_ID, rememberPeople } from '../sandbox/index.ts';
import { sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';
import { testDesk } from './login-desk.ts';

const people = rememberPeople();

/** Writes whose answer is not read, because the object is read back: what its body holds does not matter to them. */
const answerUnread =
  /^(PUT|DELETE) |\/tags\/\{id\}\/athletes|\/consolidatedtimedmetric$|\/nutritionsettings$|\/commands\/workouts\//;

/** Labels beside an answer: it is whole without them. */
const labels = /\/workouttypes$/;

/** Tools after which a world is no longer as it was; a read that is sent as a POST leaves it alone. */
const writing = new Set(provider.tools.filter(({ effect }) => effect !== 'read').map(({ name }) => name));

faultSuite({
  provider,
  faults: FAULTS,
  // A coach, so that every example has somebody to be about.
  platform: () => ({
    ...sandboxPlatform({ people, account: 'coach' }),
    login: testDesk({ id: String(OWN_ID), name: 'Maja' }).desk,
  }),
  emulators: ({ sandbox }) => ({ trainingpeaks: sandbox.emulator }),
  // A round after a write begins with the world as it was: otherwise this one would have nothing to do.
  fresh: ({ platform, tool, args }) => {
    const { emulator } = platform.sandbox;
    if (writing.has(tool) && emulator.writes().length > 0) emulator.reset();
    return args;
  },
  readPosts: [/\/reporting\/performancedata\//, /\/workout-analysis\//, /\/calculate\//],
  unharmed: ({ id, status }, { tool, route }) =>
    (id === 'truncated-json' && (answerUnread.test(route) || route.endsWith('/fordevice/fit'))) ||
    // That the login is refused is what the status tool is asked for.
    (tool === 'tp_auth_status' && (status === 401 || status === 403)) ||
    // The service's own way to say that there is none.
    (status === 404 && /events\/(focusevent|nextplannedevent)$/.test(route)) ||
    labels.test(route),
  least: { operations: 50, writes: 7 },
});
