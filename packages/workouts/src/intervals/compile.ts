import { type Loss, Losses } from '../loss.ts';
import type { Path } from '../path.ts';
import { type FlatItem, isFlatRepeat, type PlacedStep, withoutNesting } from '../unrolled.ts';
import type { Sport, Step, Workout } from '../workout.ts';
import { amountOf } from './compile-amount.ts';
import { targetText } from './compile-target.ts';
import { safeLabel, safeProse } from './label.ts';
import type { IntervalsSettings } from './settings.ts';

export interface CompiledText {
  /** For `description` of a WORKOUT event or a library workout. */
  readonly text: string;
  readonly losses: readonly Loss[];
}

/**
 * Workout text for Intervals.icu, written in the forms that the platform reads without surprises. The workout's name
 * belongs in the event's `name`.
 * @param settings turns bpm into % LTHR and kcal into time; without them those steps lose their target, and it says so
 */
export function compileToText(workout: Workout, settings: IntervalsSettings = {}): CompiledText {
  const losses = new Losses();
  const items = withoutNesting(workout.steps, (path, repeat) => losses.unrolled(path, repeat, 'repeats do not nest'));
  const context: Context = { sport: workout.sport, settings, losses };
  const blocks = blocksOf(items).map((block) => writeBlock(block, context));
  const prose = describe(workout.description, losses);
  const text = [...(prose === undefined ? [] : [prose]), ...blocks].join('\n\n');
  return { text: `${text}\n`, losses: losses.list };
}

function describe(description: string | undefined, losses: Losses): string | undefined {
  if (description === undefined) return undefined;
  const safe = safeProse(description);
  if (safe !== description) {
    losses.add(
      '',
      'description',
      'changed',
      'lines that would be read as steps, repeats or sections are marked so that they stay text',
    );
  }
  return safe;
}

interface Context {
  readonly sport: Sport;
  readonly settings: IntervalsSettings;
  readonly losses: Losses;
}

interface Block {
  readonly path: Path;
  readonly name?: string;
  readonly times?: number;
  readonly section?: 'warmup' | 'cooldown';
  readonly steps: PlacedStep[];
}

/** Neighbouring steps of one section share a block; each repeat is its own. A blank line stands between blocks. */
function blocksOf(items: readonly FlatItem[]): Block[] {
  const blocks: Block[] = [];
  for (const item of items) {
    if (isFlatRepeat(item)) {
      blocks.push({ ...item, steps: [...item.steps] });
      continue;
    }
    const section = sectionOf(item.step);
    const last = blocks.at(-1);
    if (last !== undefined && last.times === undefined && last.section === section) last.steps.push(item);
    else blocks.push({ path: item.path, steps: [item], ...(section === undefined ? {} : { section }) });
  }
  return blocks;
}

function sectionOf({ kind }: Step): 'warmup' | 'cooldown' | undefined {
  return kind === 'warmup' || kind === 'cooldown' ? kind : undefined;
}

function writeBlock(block: Block, context: Context): string {
  const lines = block.steps.map(({ path, step }) => writeStep(step, path, block.section !== undefined, context));
  if (block.section !== undefined) lines.unshift(block.section === 'warmup' ? 'Warmup' : 'Cooldown');
  if (block.times !== undefined) lines.unshift(repeatHeader(block.name, block.times, block.path, context.losses));
  return lines.join('\n');
}

function repeatHeader(name: string | undefined, times: number, path: Path, losses: Losses): string {
  if (name === undefined) return `${times}x`;
  const safe = safeLabel(name);
  if (safe !== name)
    losses.add(path, 'name', 'changed', `"${name}" is written "${safe}": amounts in a label would be read as training`);
  return safe === '' ? `${times}x` : `${safe} ${times}x`;
}

/** `- label amount target cadence flags`, the order that the platform reads without exceptions. */
function writeStep(step: Step, path: Path, inSection: boolean, { sport, settings, losses }: Context): string {
  const target = targetText(step, path, sport, settings, losses);
  const amount = amountOf(step, path, settings, losses);
  const words = [
    '-',
    labelOf(step, [...amount.cue, ...target.cue], path, losses),
    amount.text,
    target.text,
    cadenceText(step),
    step.kind === undefined || inSection ? '' : `intensity=${step.kind}`,
    amount.lap ? 'press lap' : '',
  ];
  return words.filter((word) => word !== '').join(' ');
}

function cadenceText({ cadence }: Step): string {
  if (cadence === undefined) return '';
  return cadence.low === cadence.high ? `${cadence.low}rpm` : `${cadence.low}-${cadence.high}rpm`;
}

function labelOf(step: Step, extra: readonly string[], path: Path, losses: Losses): string {
  const { name, note } = step;
  if (note !== undefined) losses.add(path, 'note', 'changed', 'there is no separate note: it is part of the cue');
  const own = [name, note].filter((part) => part !== undefined).join(': ');
  const safe = safeLabel(own);
  if (safe !== own) {
    losses.add(
      path,
      name === undefined ? 'note' : 'name',
      'changed',
      `"${own}" is written "${safe}": amounts in a label would be read as training`,
    );
  }
  return [safe, ...extra].filter((part) => part !== '').join(' ');
}
