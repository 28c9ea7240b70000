import { connect, type FaultCase } from '@core/mcp-kit/testing';
import type { SandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';

type Args = Readonly<Record<string, unknown>>;

interface Asked {
  readonly platform: SandboxPlatform;
  readonly args: Args;
  readonly round: number;
}

/** A call of a tool that is no part of what is tested. */
async function made(platform: SandboxPlatform, tool: string, args: Args): Promise<Record<string, unknown>> {
  const server = connect(provider, platform, { review: 'off' });
  const { structured, failure } = await server.call(tool, args);
  if (failure) throw failure;
  return structured;
}

async function note(platform: SandboxPlatform, round: number, date = '2026-11-17'): Promise<string> {
  const { note } = await made(platform, 'icu_create_note', { date, name: `Round ${round}` });
  return (note as { event_id: string }).event_id;
}

const dayNumber = (round: number) => new Date(Date.UTC(2026, 11, 7) + round * 86_400_000).toISOString().slice(0, 10);
const named = ({ args, round }: Asked): Args => ({ ...args, name: `Round ${round}` });
const valued =
  (values: (round: number) => Args) =>
  ({ args, round }: Asked): Args => ({ ...args, values: values(round) });

/** What a round of the fault table asks of each tool that writes around the calendar, so that no round finds it done. */
const fresh: Readonly<Record<string, (asked: Asked) => Args | Promise<Args>>> = {
  icu_create_event: named,
  icu_update_event: valued((round) => ({ planned_load: 1 + (round % 4000) })),
  icu_bulk_create_events: ({ round }) => ({
    events: [{ date: '2026-12-02', category: 'NOTE', name: `Round ${round}` }],
  }),
  icu_bulk_delete_events: async ({ platform, round }) => ({ event_ids: [await note(platform, round)] }),
  icu_duplicate_events: async ({ platform, round }) => ({ event_ids: [await note(platform, round)] }),
  icu_mark_event_done: async ({ platform, round }) => {
    const draft = {
      date: '2026-10-14',
      category: 'WORKOUT',
      name: `Round ${round}`,
      values: { sport: 'Ride', planned_time_s: 3600 },
    };
    const { item } = await made(platform, 'icu_create_event', draft);
    return { event_id: (item as { event_id: string }).event_id };
  },
  icu_update_event_range: async ({ platform, args, round }) => {
    await note(platform, round);
    return args;
  },
  icu_save_folder: ({ args, round }) => {
    if (args.share_with !== undefined) return args;
    return { ...args, values: args.folder_id === undefined ? { name: `Round ${round}` } : { text: `Round ${round}` } };
  },
  icu_create_workout: ({ platform, args, round }) => {
    const { library } = platform.sandbox.emulator.state.me;
    library.workouts = library.workouts.filter(({ name }) => name !== 'tempo');
    return args.file === undefined ? { ...args, name: `Round ${round}` } : args;
  },
  icu_update_workout: named,
  icu_delete_from_library: async ({ platform, args, round }) => {
    if (args.folder_id !== undefined) {
      const { item } = await made(platform, 'icu_save_folder', { values: { name: `Round ${round}` } });
      return { folder_id: (item as { folder_id: string }).folder_id };
    }
    const draft = { folder_id: '900001', sport: 'Ride', name: `Round ${round}`, steps: [{ for: '1h' }] };
    const { workout } = await made(platform, 'icu_create_workout', draft);
    return { workout_id: (workout as { id: string }).id };
  },
  icu_assign_training_plan: ({ args, round }) => ({ ...args, start: dayNumber(round) }),
  icu_apply_training_plan: ({ args, round }) =>
    args.start === undefined ? args : { ...args, start: dayNumber(round * 5) },
  icu_update_sport_settings: valued((round) => ({ warmup_time_s: round % 7000 })),
  icu_create_sport_settings: ({ platform, args }) => {
    const { groups } = platform.sandbox.emulator.state.me;
    const at = groups.findIndex(({ types }) => types.includes('Rowing'));
    if (at >= 0) groups.splice(at, 1);
    return args;
  },
  icu_delete_sport_settings: async ({ platform }) => {
    await made(platform, 'icu_create_sport_settings', { sports: ['Canoeing'] });
    return { sport: 'Canoeing' };
  },
  icu_update_athlete: valued((round) => ({ resting_hr_bpm: 30 + (round % 100) })),
  icu_update_weather_places: ({ args, round }) => ({ ...args, values: { name: `Round ${round}` } }),
  icu_create_custom_item: ({ args, round }) => ({
    ...args,
    name: `Round ${round}`,
    content: { code: `Round${round}`, type: 'numeric' },
  }),
  icu_update_custom_item: valued((round) => ({ name: `Round ${round}`, place: 1 + (round % 900) })),
  icu_delete_custom_item: async ({ platform, round }) => {
    const { item } = await made(platform, 'icu_create_custom_item', {
      type: 'INPUT_FIELD',
      name: `Round ${round}`,
      content: { code: `R${round}` },
    });
    return { item_id: (item as { id: string }).id };
  },
  icu_send_message: ({ args, round }) => ({ ...args, text: `Round ${round}` }),
  icu_update_message: ({ platform, args, round }) => {
    for (const chat of platform.sandbox.emulator.state.me.conversations.chats) chat.new_message_count = 1;
    return args.text === undefined ? args : { ...args, text: `Round ${round}` };
  },
  icu_set_coach_tick: ({ args, round }) => ({ ...args, tick: 1 + (round % 2) }),
  icu_bulk_update_wellness: ({ round }) => ({ days: [{ date: '2026-10-12', weight_kg: 60 + round / 100 }] }),
};

/** Arguments that ask for something new; `undefined` for a tool that does not write around the calendar. */
export async function freshCalendarArgs(
  { tool, args, platform }: FaultCase<SandboxPlatform>,
  round: number,
): Promise<Args | undefined> {
  return fresh[tool]?.({ platform, args, round });
}

/** Writes of which no answer is read: the state is read back instead, so that a damaged body does no harm. */
export const readsNoAnswer: ReadonlySet<string> = new Set([
  'icu_delete_event',
  'icu_delete_from_library',
  'icu_delete_sport_settings',
  'icu_delete_custom_item',
  'icu_apply_sport_settings',
  'icu_update_message',
  'icu_bulk_update_wellness',
]);

/** Operations that answer nothing although the other writes of their tool do. */
export const emptyRoutes: readonly RegExp[] = [/athlete-plans$/, /custom-item-indexes$/, /apply-plan-changes$/];
