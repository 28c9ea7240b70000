import { answerBudget, sizeOf } from '../../respond/answer.ts';
import { callsIn } from './calls.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { saysItsUnit } from './units.ts';

/** An answer as a client gets it, and what its tool promises. */
export interface CheckedAnswer {
  readonly structured: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** Whether the tool is about one athlete. */
  readonly aboutAthlete: boolean;
  /** The caller asked for a size (`limit`, `points`): the answer may then use the whole cap. */
  readonly asked: boolean;
  /** Names that the tool is about although they are private, such as `latitude` of a forecast's place. */
  readonly discloses?: RegExp | undefined;
  /** Names of the platform or the athlete for which nobody has published a unit. */
  readonly ownScale?: RegExp | undefined;
}

/** What is wrong with an answer, one line each; empty when nothing is. */
export function answerFaults(answer: CheckedAnswer): string[] {
  const leaves = leavesOf(answer.structured);
  return [
    ...sizeFaults(answer),
    ...echoFaults(answer),
    ...truncationFaults(answer),
    ...brokenValues(answer),
    ...leaves.flatMap((leaf) => [
      ...privacyFaults(leaf, answer.discloses),
      ...unitFaults(leaf, answer.ownScale),
      ...timeFaults(leaf),
    ]),
    ...missingInText(answer, leaves),
  ];
}

/** Answers so small that their fixed words outweigh them. */
const smallBytes = 512;
const mostTextShare = 1.2;

function sizeFaults({ structured, text, asked }: CheckedAnswer): string[] {
  const size = sizeOf({ structured, text });
  const budget = asked ? answerBudget.cap : answerBudget.aim;
  const [object, words] = [size - Buffer.byteLength(text), Buffer.byteLength(text)];
  return [
    ...(size > budget ? [`takes ${size} of ${budget} bytes`] : []),
    ...(object > smallBytes && words > mostTextShare * object ? [`has ${words} bytes of text over ${object}`] : []),
  ];
}

function echoFaults({ structured: { athlete }, aboutAthlete }: CheckedAnswer): string[] {
  if (!aboutAthlete) return [];
  const { id, name } = (athlete ?? {}) as { readonly id?: unknown; readonly name?: unknown };
  return [id, name].every((each) => typeof each === 'string' && each !== '') ? [] : ['does not say whom it is about'];
}

function truncationFaults({ structured: { left_out, next, rows, total, cursor } }: CheckedAnswer): string[] {
  const shown = Array.isArray(rows) ? rows.length : undefined;
  const cut = typeof left_out === 'number' && left_out > 0;
  if (!cut) {
    const silent = cursor === undefined && typeof total === 'number' && shown !== undefined && total > shown;
    return silent && next === undefined && shown === 0 ? [`has ${total} rows and shows none`] : [];
  }
  return typeof next === 'string' && callsIn(next).length > 0
    ? []
    : [`leaves ${left_out} out without the call that goes on`];
}

const broken = /\b(NaN|Infinity|undefined)\b|\[object \w+\]/;

function brokenValues({ structured, text }: CheckedAnswer): string[] {
  const found = [broken.exec(text), broken.exec(JSON.stringify(structured))].filter((each) => each !== null);
  return found.map(({ 0: word }) => `says ${word}`);
}

const privateNames =
  /(^|_)(latlng|latitude|longitude|lat|lng|lon|birth|birthday|dob|email|password|cookie|secret)(_|$)/;
/** Shares of a recording that holds a channel are no places. */
const harmlessEnds = /_(pct|samples|points)$/;
const email = /[\w.+-]+@[\w-]+\.[a-z]{2,}/i;
const tokenLike = /\beyJ[\w-]{10,}\.|\b(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{40,}\b/i;
/** Long words that are meant to be sent back or compared. */
const openTokens = /^(preview_token|cursor|next|sha256|resource)$/;

function privacyFaults({ names, value, path }: Leaf, discloses: RegExp | undefined): string[] {
  const name = names.at(-1) ?? '';
  if (value === null || value === false || discloses?.test(name)) return [];
  if (privateNames.test(name) && !harmlessEnds.test(name)) return [`shows ${path}`];
  if (typeof value !== 'string' || openTokens.test(name)) return [];
  if (email.test(value)) return [`shows an e-mail address in ${path}`];
  return tokenLike.test(value) ? [`shows what looks like a token in ${path}`] : [];
}

function unitFaults(leaf: Leaf, ownScale: RegExp | undefined): string[] {
  if (typeof leaf.value !== 'number' || saysItsUnit(leaf)) return [];
  const given = [...leaf.names, leaf.holder.field, leaf.holder.metric];
  if (given.some((name) => typeof name === 'string' && ownScale?.test(name))) return [];
  return [`does not say the unit of ${leaf.path} ${leaf.value}`];
}

const day = /^\d{4}-\d\d-\d\d$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;
/** The athlete's own clock, under the names that say so. */
const wallTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;
const wallNames = /^(start|end|start_time|at|uploaded|before|after)$|_(local|start)$/;
/** A day in another order, or with a time in another form. */
const looksLikeDate = /^\d{4}[-/.]\d\d?[-/.]\d\d?([T ]\d\d?:[\d:.]+(Z|[+-][\d:]+)?)?$|^\d\d?[./]\d\d?[./]\d{2,4}$/;

function timeFaults({ names, value, path }: Leaf): string[] {
  if (typeof value !== 'string' || !looksLikeDate.test(value)) return [];
  if (day.test(value) || instant.test(value)) return [];
  const onTheWall = wallTime.test(value) && wallNames.test(names.at(-1) ?? '');
  return onTheWall ? [] : [`has a date of another form in ${path}: ${value}`];
}

/** Ids and numbers of the first of everything that a reader of the text alone does not get. */
function missingInText({ structured, text }: CheckedAnswer, leaves: readonly Leaf[]): string[] {
  const shown = Array.isArray(structured.rows) ? structured.rows.length : undefined;
  return leaves
    .filter(({ path }) => [...path.matchAll(/\[(\d+)\]/g)].every(([, index]) => index === '0'))
    .filter(({ path, value }) => !(path === 'total' && value === shown))
    .filter(({ names, value }) => {
      if (typeof value === 'number') return !hasNumber(text, value);
      return typeof value === 'string' && /(^|_)id$/.test(names.at(-1) ?? '') && !text.includes(value);
    })
    .map(({ path, value }) => `does not say ${path} ${value} in its text`);
}

/** The number itself, not as a part of a longer one. A direction may be said in words. */
function hasNumber(text: string, value: number): boolean {
  const digits = String(Math.abs(value)).replaceAll('.', '\\.');
  return new RegExp(`(?<![\\d.])${digits}(?!\\d|\\.\\d)`).test(text);
}
