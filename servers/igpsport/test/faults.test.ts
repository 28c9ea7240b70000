import { type FaultCase, faultSuite } from '@core/mcp-kit/testing';
import { FAULTS } from '@core/sandbox';
import { rememberPeople } from '../sandbox/index.ts';
import { type SandboxPlatform, sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';

const people = rememberPeople();

/** Arguments that ask for something new in every round. */
function fresh({ tool, args, platform }: FaultCase<SandboxPlatform>, round: number) {
  switch (tool) {
    case 'igp_clone_workout':
    case 'igp_create_workout':
    case 'igp_update_workout':
      return { ...args, name: `Round ${round}` };
    case 'igp_delete_workout': {
      const { courses } = platform.sandbox.emulator.state;
      return { workout_id: String(courses.create({ title: `Round ${round}`, structure: [{}] }).id) };
    }
    case 'igp_upload_activity': {
      // A ride that is there already is not uploaded again.
      const { rides } = platform.sandbox.emulator.state;
      for (const ride of rides.list()) if (ride.session === undefined) rides.remove(ride.rideId);
      return args;
    }
    default:
      return args;
  }
}

faultSuite({
  provider,
  faults: FAULTS,
  platform: () => sandboxPlatform({ people }),
  emulators: ({ sandbox: { emulator, storage } }) => ({ emulator, storage }),
  fresh,
  readPosts: [/\/auth\/account\/login/],
  // The store's answer to an upload has no body that anybody reads.
  unharmed: ({ id }, { route }) => id === 'truncated-json' && route.startsWith('PUT '),
  least: { operations: 20, writes: 3 },
});
