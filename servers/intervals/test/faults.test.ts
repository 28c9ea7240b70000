import { connect, type FaultCase, faultSuite } from '@core/mcp-kit/testing';
import { FAULTS } from '@core/sandbox';
import { rememberPeople } from '../sandbox/index.ts';
import { type SandboxPlatform, sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';

const people = rememberPeople();

/** Arguments that ask for something new in every round. */
async function fresh({ tool, args, platform }: FaultCase<SandboxPlatform>, round: number) {
  switch (tool) {
    case 'icu_create_note':
    case 'icu_create_planned_workout':
    case 'icu_update_planned_workout':
      return { ...args, name: `Round ${round}` };
    case 'icu_update_activity':
      return { ...args, values: { name: `Round ${round}` } };
    case 'icu_update_activity_intervals':
      return { ...args, intervals: [{ start_s: 900, end_s: 1620, label: `Round ${round}` }] };
    case 'icu_update_note':
      return { ...args, text: `Round ${round}` };
    case 'icu_update_wellness':
      return { ...args, values: { weight_kg: 60 + round / 100 } };
    case 'icu_delete_event': {
      const server = connect(provider, platform);
      const { structured } = await server.call('icu_create_note', { date: '2026-12-20', name: `Round ${round}` });
      return { event_id: (structured.note as { event_id: string }).event_id };
    }
    default:
      return args;
  }
}

faultSuite({
  provider,
  faults: FAULTS,
  platform: () => sandboxPlatform({ people }),
  emulators: ({ sandbox }) => ({ intervals: sandbox.emulator }),
  fresh,
  // A delete reads no answer and looks whether the entry is gone: what the answer's body holds does not matter to it.
  unharmed: ({ id }, { tool }) => tool === 'icu_delete_event' && id === 'truncated-json',
  least: { operations: 16, writes: 3 },
});
