import { connect, type FaultCase } from '@core/mcp-kit/testing';
import type { SandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';

type Args = Readonly<Record<string, unknown>>;
type Case = FaultCase<SandboxPlatform>;

/**
 * Arguments of the tools that write activities, their intervals, files and gear, for one round of the fault table: each
 * asks for something that no earlier round did. `undefined` for other tools.
 */
export async function freshActivityArgs(each: Case, round: number): Promise<Args | undefined> {
  const { tool, args, platform } = each;
  const { me } = platform.sandbox.emulator.state;
  switch (tool) {
    case 'icu_update_activity':
    case 'icu_update_route':
      return { ...args, values: { name: `Round ${round}` } };
    case 'icu_create_gear':
      return { values: { type: 'Shoes', name: `Round ${round}` } };
    case 'icu_update_gear':
      return args.replace === true ? args : { ...args, values: { notes: `Round ${round}` } };
    case 'icu_update_gear_reminder':
      return { ...args, values: { name: `Round ${round}`, distance_km: 300 } };
    case 'icu_update_activity_intervals':
      return freshIntervals(each, round);
    case 'icu_bulk_create_manual_activities':
      return {
        activities: [{ start: '2026-10-13T18:00', sport: 'Yoga', moving_time_s: 1800, name: `Round ${round}` }],
      };
    case 'icu_update_activity_streams':
      me.activities.find(String(args.activity_id))?.streams.clear();
      return args;
    case 'icu_delete_activity':
      return { ...args, activity_id: newActivity(platform) };
    case 'icu_delete_activity_message': {
      const { id } = me.conversations.post(me, { content: `Round ${round}`, activity_id: String(args.activity_id) });
      return { ...args, message_id: String(id) };
    }
    case 'icu_delete_gear':
      return freshGear(each, round);
    default:
      return undefined;
  }
}

function newActivity({ sandbox }: SandboxPlatform): string {
  const { activities } = sandbox.emulator.state.me;
  const values = { type: 'Yoga', name: 'Round', moving_time: 1800 };
  return activities.add({ startLocal: '2026-10-13T12:00:00', source: 'MANUAL', origin: { kind: 'manual', values } }).id;
}

async function freshIntervals({ args, platform }: Case, round: number): Promise<Args> {
  if (args.action === 'split') return { ...args, intervals: [{ start_s: 200 + (round % 3600) }] };
  if (args.action === 'delete') {
    const drawn = {
      activity_id: args.activity_id,
      action: 'set',
      intervals: [{ start_s: 100, end_s: 160 + (round % 3600) }],
    };
    await connect(provider, platform).call('icu_update_activity_intervals', drawn);
    return { ...args, intervals: [{ start_s: 100 }] };
  }
  const [first] = args.intervals as readonly Args[];
  return { ...args, intervals: [{ ...first, label: `Round ${round}` }] };
}

async function freshGear({ args, platform }: Case, round: number): Promise<Args> {
  const server = connect(provider, platform);
  if (args.reminder_id !== undefined) {
    const added = await server.call('icu_update_gear_reminder', {
      gear_id: args.gear_id,
      values: { name: `Round ${round}`, days: 30 },
    });
    return { ...args, reminder_id: (added.structured.item as { reminder_id: string }).reminder_id };
  }
  const added = await server.call('icu_create_gear', { values: { type: 'Tube', name: `Round ${round}` } });
  return { gear_id: (added.structured.item as { gear_id: string }).gear_id };
}

/** Tools whose delete reads no answer and looks whether the thing is gone: a cut body does not matter to them. */
export const readsNoBody: ReadonlySet<string> = new Set([
  'icu_delete_activity',
  'icu_delete_activity_message',
  'icu_delete_gear',
]);
