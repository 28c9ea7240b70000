import { resolve } from 'node:path';
import { Failure, isFailure } from '@core/mcp-kit';
import { counted } from '../answer/counted.ts';
import { importRecipes } from '../recipes/import-recipes.ts';
import { type CoachRecords, type CoachStore, coachKinds } from '../store/coach-store.ts';
import type { TrainingWork } from './training-commands.ts';
import { writeOut } from './write-out.ts';

/** `coach export|erase|import-recipes`: what a coach keeps on this machine. */
export async function coach(work: TrainingWork): Promise<boolean> {
  const [what, operand, ...more] = work.operands;
  const store = work.ports.store;
  if (store === undefined) throw new Error('the coach command needs the store port');
  if (more.length > 0) throw misused();
  if (what === 'export') return exportAll(work, store, operand);
  if (what === 'erase' && operand === undefined) return erase(work, store);
  if (what === 'import-recipes' && operand !== undefined) return importFolder(work, store, operand);
  throw misused();
}

function misused(): Failure {
  return new Failure('bad_input', 'coach can export, erase or import recipes', {
    next: 'write `coach export store.json`, `coach erase` or `coach import-recipes ~/recipes`',
  });
}

/** Everything, readable, as JSON: on standard output or in a file that only its owner may read. */
async function exportAll(work: TrainingWork, store: CoachStore, file: string | undefined): Promise<boolean> {
  const records: Partial<Record<keyof CoachRecords, readonly unknown[]>> = {};
  for (const kind of coachKinds) records[kind] = await store.list(kind);
  const { id } = await work.ctx.self();
  const all = { platform: work.platform, login: id, exported_at: work.ctx.now().toISOString(), records };
  const count = Object.values(records).reduce((sum, list) => sum + list.length, 0);
  await writeOut(work, file, JSON.stringify(all, null, 2));
  work.tell(`${counted(count, 'record')}, readable now: keep them where nobody else looks.`);
  return true;
}

async function erase(work: TrainingWork, store: CoachStore): Promise<boolean> {
  if (!(await work.agrees('Erase every goal, note, alias, preference, recipe and snapshot of this login?'))) {
    work.tell('Nothing was erased.');
    return false;
  }
  try {
    work.tell(`${counted(await store.erase(), 'record')} erased.`);
    return true;
  } catch (error) {
    if (!isFailure(error) || error.kind !== 'blocked') throw error;
    work.tell(`${error.message}.`);
    if (!(await work.agrees('Remove the whole store instead, with what other logins kept in it?'))) return false;
    await store.destroy();
    work.tell('The store was removed.');
    return true;
  }
}

async function importFolder(work: TrainingWork, store: CoachStore, folder: string): Promise<boolean> {
  const { added, replaced, skipped } = await importRecipes(store, resolve(work.cwd, folder));
  for (const each of skipped) work.tell(`left out: ${each}`);
  work.tell(`${counted(added, 'recipe')} added, ${replaced} replaced, ${skipped.length} left out.`);
  return added + replaced > 0 || skipped.length === 0;
}
