import { Failure } from '@core/mcp-kit';
import type { IntervalsPort } from '../../client/index.ts';
import type { ActivityBody, WireActivity } from '../../client/wire/activity.ts';
import { type Field, flag, number, text, texts, type Values, whole } from '../fields/field.ts';
import { readFields } from '../fields/read.ts';
import { wireValues } from '../fields/write.ts';
import { sports } from '../sport.ts';

/** What of an activity can be written, under the names that a reader sees. */
export const activityFields: readonly Field[] = [
  text('name', 'name'),
  text('description', 'description'),
  text('sport', 'type', { choices: sports }),
  text('sub_type', 'sub_type', { choices: ['NONE', 'COMMUTE', 'WARMUP', 'COOLDOWN', 'RACE'] }),
  flag('indoor', 'trainer'),
  texts('tags', 'tags'),
  whole('rpe_1to10', 'icu_rpe', { range: [1, 10] }),
  whole('feel_1to5_1_is_strong', 'feel', { range: [1, 5] }),
  number('weight_lifted_kg', 'kg_lifted', { range: [0, 200_000] }),
  number('carbs_eaten_g', 'carbs_ingested', { range: [0, 5000] }),
  whole('load', 'icu_training_load', { range: [0, 3000] }),
  text('gear_id', 'gear'),
  text('planned_event_id', 'paired_event_id'),
];

/** The writable values of an activity, the athlete's own fields by their codes. */
export function editableValues(activity: WireActivity, own: readonly Field[]): Record<string, unknown> {
  return {
    ...readFields(activity, activityFields),
    description: activity.description === '' ? null : activity.description,
    gear_id: activity.gear?.id ?? null,
    ...Object.fromEntries(own.map(({ name }) => [name, activity.custom[name] ?? null])),
  };
}

/** The athlete's own fields among the names of a call: looked up only when a name begins with a capital, as codes do. */
export async function ownFields(port: IntervalsPort, athlete: string, values: Values): Promise<readonly Field[]> {
  if (!Object.keys(values).some((name) => /^[A-Z]/.test(name))) return [];
  const { items } = await port.customItems.listCustomItems({ athlete });
  return items.flatMap(({ type, content }) => {
    const code = content?.code;
    if (type !== 'ACTIVITY_FIELD' || typeof code !== 'string') return [];
    return [content?.type === 'numeric' ? number(code, code, { range: [-1e9, 1e9] }) : text(code, code)];
  });
}

/**
 * Looks up what an edit points at, so that a wrong id is refused before anything is written.
 *
 * @throws Failure `not_found` for gear or an event that is not there; `bad_input` where gear would be taken off.
 */
export async function checkReferences(port: IntervalsPort, athlete: string, values: Values): Promise<void> {
  const { gear_id: gear, planned_event_id: event } = values;
  if (gear === null) {
    throw new Failure('bad_input', 'Gear of an activity can be switched, not taken off, over the API', {
      next: 'give the gear_id of other gear, or tell the user to remove it on Intervals.icu',
    });
  }
  if (gear !== undefined) {
    const { items } = await port.gear.list({ athlete });
    if (!items.some(({ id }) => id === gear)) {
      throw new Failure('not_found', `There is no gear ${String(gear).slice(0, 40)}`, {
        next: 'take an id of icu_get_gear_list',
      });
    }
  }
  if (typeof event === 'string') await port.events.get({ athlete, event });
}

/** The sparse body of an edit. The service clears a number by -1, a text by an empty one. */
export function activityBody(values: Values, own: readonly Field[]): ActivityBody {
  const fields = [...activityFields, ...own];
  const cleared = Object.entries(values).map(([name, value]) => {
    const kind = fields.find((field) => field.name === name)?.kind;
    if (value !== null || own.some((field) => field.name === name)) return [name, value];
    return [name, kind === 'text' ? '' : kind === 'texts' ? [] : kind === 'flag' ? false : -1];
  });
  const { gear, paired_event_id: event, ...body } = wireValues(Object.fromEntries(cleared), fields);
  return {
    ...body,
    ...(typeof gear === 'string' && { gear: { id: gear } }),
    ...(typeof event === 'string' && { paired_event_id: event === '' ? -1 : Number(event) }),
  };
}
