import type { DigestAbout } from '../digest/about.ts';
import { digestHtml } from '../digest/html.ts';
import { digestJson } from '../digest/json.ts';
import { digestMarkdown } from '../digest/markdown.ts';
import { mondayOfWeek } from '../digest/week.ts';
import type { RosterDigest } from '../roster/digest.ts';
import { readRosterDigest } from '../roster/read-digest.ts';
import { remember, remembered } from '../roster/remembered.ts';
import type { TrainingWork } from './training-commands.ts';
import { writeOut } from './write-out.ts';

const renderers: Readonly<Record<string, (digest: RosterDigest, about: DigestAbout) => string>> = {
  md: digestMarkdown,
  json: digestJson,
  html: digestHtml,
};

/** `digest`: the week of a roster for a person, without a model in between. */
export async function digest(work: TrainingWork): Promise<boolean> {
  const { ctx, ports, option, platform } = work;
  const { roster, calendar, conversations, store } = ports;
  if (roster === undefined || calendar === undefined) throw new Error('the digest needs a roster and a calendar');
  const today = await ctx.today();
  const week = mondayOfWeek(option('week') ?? 'last', today);
  const tag = option('tag');
  const known = await remembered(store, week);
  const made = await readRosterDigest(
    { roster, calendar, ...(conversations !== undefined && { conversations }) },
    { today, now: ctx.now(), week, tag, bounds: known.bounds, previous: known.previous, progress: ctx.progress },
  );
  if (tag === undefined) await remember(store, made, ctx.now());
  const whole = { ...made, notes: [...known.notes, ...made.notes] };
  const render = renderers[option('format') ?? 'md'] ?? digestMarkdown;
  await writeOut(work, option('out'), render(whole, { platform, madeAt: ctx.now() }));
  return true;
}
