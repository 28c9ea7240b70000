import type { JsonSchema } from '../../tool/advertise.ts';
import type { Effect } from '../../tool/effect.ts';
import { alikePairs } from './similarity.ts';

/** What a model reads of a tool before it calls it. */
export interface DescribedTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly effect: Effect;
  readonly inputSchema: JsonSchema;
  readonly annotations: Readonly<Record<string, boolean>>;
}

const longestFirstSentence = 200;
const hints = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'];

/** What is wrong with how a tool is described, one line each. */
export function descriptionFaults(tool: DescribedTool): string[] {
  return [...wordingFaults(tool), ...parameterFaults(tool)];
}

function wordingFaults({ title, description, effect, annotations }: DescribedTool): string[] {
  const [first = ''] = description.split(/(?<=[.!?])\s/);
  return [
    ...(title.trim() === '' ? ['has no title'] : []),
    ...hints.filter((hint) => typeof annotations[hint] !== 'boolean').map((hint) => `does not state ${hint}`),
    ...(first.length > longestFirstSentence ? [`begins with a sentence of ${first.length} characters`] : []),
    // What a user wants is a thing or an act of theirs; how it is got is none of it.
    ...(/^(this|a|the) tool\b|\b(api|endpoint|wrapper|json)\b/i.test(first)
      ? [`begins with how it works: ${first}`]
      : []),
    ...(effect === 'delete' && !/for good|cannot be undone|irreversibl/i.test(description)
      ? ['does not say that a deletion is for good']
      : []),
  ];
}

interface Parameter {
  readonly name: string;
  readonly schema: JsonSchema;
}

/** Feelings are asked for on scales that differ from platform to platform. */
function parameterFaults({ description, inputSchema }: DescribedTool): string[] {
  return parametersOf(inputSchema)
    .filter(({ name, schema }) => scaled.test(name) && !range.test(`${name} ${wordsOf(schema)} ${description}`))
    .map(({ name }) => `has a scale without ends: ${name}`);
}

const scaled = /^(rpe|feel|feeling|mood|soreness|stress|fatigue|motivation|sleep_quality)(_|$)/;
const range = /\d\s?(to|–|-)\s?\d/;

const wordsOf = (schema: JsonSchema): string => String(schema.description ?? '');

/**
 * The ids that a tool takes and nobody gives: no answer carries that name (`event_ids` and `to_event_id` are those of
 * `event_id`), and no word of the parameter says which tool or thing it is taken from.
 */
export function idsWithoutSource({ inputSchema }: DescribedTool, given: ReadonlySet<string>): string[] {
  return parametersOf(inputSchema)
    .filter(({ name }) => /(^|_)ids?$/.test(name))
    .filter(({ name, schema }) => !isGiven(name, given) && !/\b(of|from) [a-z_]+/i.test(wordsOf(schema)))
    .map(({ name }) => `does not say where ${name} comes from`);
}

function isGiven(name: string, given: ReadonlySet<string>): boolean {
  const words = name.replace(/ids$/, 'id').split('_');
  return words.slice(0, -1).some((_, at) => given.has(words.slice(at).join('_')));
}

/** Parameters at any depth: what a list or an object holds is described there. */
function parametersOf(schema: JsonSchema): Parameter[] {
  const { properties = {}, items } = schema as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly items?: JsonSchema;
  };
  return [
    ...Object.entries(properties).flatMap(([name, member]) => [{ name, schema: member }, ...parametersOf(member)]),
    ...(items === undefined ? [] : parametersOf(items)),
  ];
}

/** From here on two descriptions are one for a model. */
const tooAlike = 0.8;

/** Pairs of tools that a model cannot tell apart by their descriptions; one that names the other may be like it. */
export function confusableTools(tools: readonly Pick<DescribedTool, 'name' | 'description'>[]): string[] {
  const texts = Object.fromEntries(tools.map(({ name, description }) => [name, description]));
  return alikePairs(texts, tooAlike)
    .filter(({ names: [a, b] }) => !texts[a]!.includes(b) && !texts[b]!.includes(a))
    .map(({ names: [a, b], cosine }) => `${a} and ${b} are described alike (${cosine.toFixed(2)})`);
}
