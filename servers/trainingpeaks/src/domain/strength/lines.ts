import type { WireBlock, WireDocument } from '../../client/strength/wire.ts';
import { setsText } from './sets.ts';

type Side = 'prescribedValue' | 'executedValue';

const WORD: Readonly<Record<string, string>> = {
  WarmUp: 'warmup: ',
  CoolDown: 'cooldown: ',
  Superset: 'superset: ',
  Circuit: 'circuit: ',
};

/** A block on one line, in the form in which tools take it. */
export function blockLine({ blockType, prescriptions }: WireBlock): string {
  return `${WORD[blockType ?? ''] ?? ''}${prescriptions
    .map(
      ({ exercise, sets }) =>
        `${exercise?.title ?? 'exercise'} ${setsText(sets.map((set) => valuesOf(set, 'prescribedValue')))}`,
    )
    .join(' + ')}`;
}

/** What was done of it, exercise by exercise; `null` where nothing was written down. */
export function executedLine({ prescriptions }: WireBlock): string | null {
  const parts = prescriptions.flatMap(({ exercise, sets }) => {
    const done = sets
      .map((set) => valuesOf(set, 'executedValue'))
      .filter((set) => Object.values(set).some((value) => value !== null));
    return done.length === 0 ? [] : [`${exercise?.title ?? 'exercise'} ${setsText(done)}`];
  });
  return parts.length === 0 ? null : parts.join(' + ');
}

type Set = WireBlock['prescriptions'][number]['sets'][number];

/** The values of a set by measure. */
export function valuesOf({ parameterValues }: Set, side: Side): Record<string, string | null> {
  return Object.fromEntries(
    parameterValues.flatMap((value) => (value.parameter === null ? [] : [[value.parameter, value[side]] as const])),
  );
}

const setsIn = (blocks: readonly WireBlock[]) =>
  blocks.flatMap(({ prescriptions }) => prescriptions.flatMap(({ sets }) => sets));

/** How many sets there are, and how many are done. */
export function setCounts(blocks: readonly WireBlock[]): { readonly sets: number; readonly done: number } {
  const sets = setsIn(blocks);
  return { sets: sets.length, done: sets.filter(({ isComplete }) => isComplete === true).length };
}

/** What a session is, for telling whether the same is there already. */
export function contentOf({
  title,
  instructions,
  blocks,
}: Pick<WireDocument, 'title' | 'instructions' | 'blocks'>): string {
  return JSON.stringify([title, instructions === '' ? null : instructions, blocks.map(blockLine)]);
}

const notesIn = (block: WireBlock) =>
  [block.coachNotes, ...block.prescriptions.map(({ coachNotes }) => coachNotes)].filter(
    (note) => note !== null && note !== '',
  );

export const blockColumns = ['block', 'text', 'sets', 'done', 'executed', 'notes'] as const;

/** The blocks as a table: A, B, C … as the platform letters them. */
export function blockRows(blocks: readonly WireBlock[]) {
  return blocks.map((block, index) => {
    const { sets, done } = setCounts([block]);
    return {
      block: letter(index),
      text: blockLine(block),
      sets,
      done,
      executed: executedLine(block),
      notes: notesIn(block).join(' | ') || null,
    };
  });
}

const letter = (index: number) =>
  index < 26
    ? String.fromCharCode(65 + index)
    : `${String.fromCharCode(64 + Math.floor(index / 26))}${String.fromCharCode(65 + (index % 26))}`;
