import { connect, type FaultCase, faultSuite } from '@core/mcp-kit/testing';
import { FAULTS } from '@core/sandbox';
import { rememberPeople } from '../sandbox/index.ts';
import { type SandboxPlatform, sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';
import { freshActivityArgs, readsNoBody } from './fresh-activities.ts';
import { emptyRoutes, freshCalendarArgs, readsNoAnswer } from './fresh-calendar.ts';

const people = rememberPeople();

/** Arguments that ask for something new in every round. */
async function fresh(each: FaultCase<SandboxPlatform>, round: number) {
  const { tool, args, platform } = each;
  switch (tool) {
    case 'icu_create_note':
    case 'icu_create_planned_workout':
    case 'icu_update_planned_workout':
      return { ...args, name: `Round ${round}` };
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
      return (await freshActivityArgs(each, round)) ?? (await freshCalendarArgs(each, round)) ?? args;
  }
}

faultSuite({
  provider,
  faults: FAULTS,
  platform: () => sandboxPlatform({ people }),
  emulators: ({ sandbox }) => ({ intervals: sandbox.emulator }),
  fresh,
  // A write that reads no answer looks at the state instead: what the answer's body holds does not matter to it.
  unharmed: ({ id }, { tool, route }) =>
    id === 'truncated-json' &&
    (readsNoBody.has(tool) || readsNoAnswer.has(tool) || emptyRoutes.some((empty) => empty.test(route))),
  readPosts: [/\/download-workout/, /\/download-fit-files/],
  least: { operations: 90, writes: 30 },
});
