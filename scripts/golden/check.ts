import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { activities } from './activity.ts';
import { compare, type Tally } from './compare.ts';
import type { Constants, Golden } from './constants.ts';
import { parsePrinted, precisions } from './printed.ts';
import { SECTIONS } from './sections.ts';
import { synthetic } from './series.ts';

const athlete: Constants = {
  FTP: 250,
  CP: 250,
  W_prime: 20_000,
  LTHR: 170,
  HRmax: 190,
  HRrest: 50,
  VT1: 140,
  VT2: 160,
};

/** Checks every section of a file. `file` tells where its series and activities lie. */
export function checkFile(file: string, text: string): Tally {
  const golden: Golden = JSON.parse(text);
  const printed = parsePrinted(text) as Record<string, unknown>;
  const precision = precisions(printed);
  const tally: Tally = { passed: 0, failures: [], skipped: [] };
  const constants: Constants = { ...athlete, ...golden.about?.constants };
  const folder = dirname(file);
  for (const section of Object.keys(golden)) {
    if (section === 'about') continue;
    const check = (actual: unknown, path: readonly string[] = [section]) =>
      compare(
        path.reduce((node: Golden, key) => node[key], printed),
        actual,
        path,
        precision,
        tally,
      );
    if (section === 'synthetic_series') {
      const series = readSeries(folder);
      if (series === null) tally.skipped.push('synthetic_series (golden-series.json is not beside the file)');
      else check(synthetic(golden[section], series, constants));
      continue;
    }
    if (section === 'activities') {
      const answers = activities(golden[section], folder, constants, tally);
      for (const name of Object.keys(answers)) check(answers[name], [section, name]);
      continue;
    }
    const answer = SECTIONS[section];
    check(answer === undefined ? undefined : answer(golden[section], { constants, series: readSeries(folder) }));
  }
  return tally;
}

function readSeries(folder: string): Golden | null {
  const path = join(folder, 'golden-series.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).series : null;
}
