import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { catalogueOf } from '@core/mcp-kit/catalogue';
import { provider } from '../servers/intervals/src/provider.ts';
import { measureAnswers } from './answers.ts';
import { measureInstall } from './install.ts';
import { measureStartUp } from './start-up.ts';

/** `pnpm bench`: each budget of a server, measured in one run and written to `bench/results/intervals.json`. */

const root = resolve(import.meta.dirname, '..');
const { defaultToolsets, allToolsets } = catalogueOf(provider as never);
console.log('start-up, 21 runs each …');
const startUp = await measureStartUp(root, 21);
console.log('answers of every read tool …');
const answers = await measureAnswers(5);
console.log('install into an empty folder …');
const install = measureInstall(root);

const overheads = Object.values(answers).map(({ overhead_ms }) => overhead_ms);
const budgets = [
  row('tools/list, default toolsets, as a model sees it', kb(defaultToolsets.model), 12, 'KB'),
  row('tools/list, all toolsets', kb(allToolsets.model), 40, 'KB'),
  row('on the wire, default toolsets', kb(defaultToolsets.wire), 24, 'KB'),
  row('largest answer of an example', kb(Math.max(...Object.values(answers).map(({ bytes }) => bytes))), 24, 'KB'),
  row(
    'largest answer on the heavy athlete',
    kb(Math.max(...Object.values(answers).map(({ bytes_heavy }) => bytes_heavy))),
    24,
    'KB',
  ),
  row('start-up against a bare SDK server, both bundled', startUp.ratio_to_bundled, 1.5, '×'),
  row('start-up against a bare SDK server from node_modules', startUp.ratio_to_node_modules, 1.5, '×'),
  row('overhead of a call, median over tools', median(overheads), 3, 'ms'),
  row('packages of an install', install.packages, 8, ''),
  row('size of an install', Number((install.bytes / 1024 / 1024).toFixed(2)), 3, 'MB'),
];
const machine = { node: process.version, cores: cpus().length };
const results = {
  measured: new Date().toISOString().slice(0, 10),
  machine,
  budgets,
  start_up: startUp,
  install,
  answers,
};
mkdirSync(join(root, 'bench/results'), { recursive: true });
writeFileSync(join(root, 'bench/results/intervals.json'), `${JSON.stringify(results, null, 2)}\n`);

for (const { what, value, budget, unit, ok } of budgets) {
  console.log(`${ok ? '✓' : '✗'} ${what.padEnd(52)} ${`${value} ${unit}`.padStart(10)}   budget ${budget} ${unit}`);
}
process.exit(budgets.every(({ ok }) => ok) ? 0 : 1);

function row(what: string, value: number, budget: number, unit: string) {
  return { what, value, budget, unit, ok: value <= budget };
}

function kb(bytes: number): number {
  return Number((bytes / 1024).toFixed(1));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
