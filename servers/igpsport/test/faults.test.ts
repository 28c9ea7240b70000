import { type FaultCase, faultSuite } from '@core/mcp-kit/testing';
import { FAULTS } from '@core/sandbox';
import { type SandboxPlatform, sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';

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
    default:
      return args;
  }
}

faultSuite({
  provider,
  faults: FAULTS,
  platform: sandboxPlatform,
  emulators: ({ sandbox: { emulator, storage } }) => ({ emulator, storage }),
  fresh,
  readPosts: [/\/auth\/account\/login/],
  least: { operations: 3, writes: 1 },
});
