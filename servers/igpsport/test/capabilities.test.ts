import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Capability, capabilityTable, standingOf } from '../src/capabilities/capability.ts';
import { capabilities } from '../src/capabilities/rows.ts';
import { provider } from '../src/provider.ts';

const readme = join(import.meta.dirname, '../README.md');
const served = new Set(provider.tools.map(({ name }) => name));

describe('the capability table', () => {
  it('has all 17 tools of the existing server, each once', () => {
    const names = capabilities.filter(({ section }) => section === 'tools').map(({ what }) => what);
    expect(new Set(names).size).toBe(17);
    expect(names).toHaveLength(17);
  });

  it('says for every row what does it, or why nothing does', () => {
    for (const row of capabilities) {
      if (row.tools === undefined && row.by === undefined) expect(row.notDone, row.what).toBeTruthy();
      for (const name of row.tools ?? []) expect(name).toMatch(/^igp_[a-z_]+$/);
    }
  });

  it('calls a row done only when each of its tools is served and nothing of it is missing', () => {
    const row: Capability = { section: 'better', what: 'x', tools: ['igp_a', 'igp_b'] };
    expect(standingOf(row, new Set(['igp_a', 'igp_b']))).toBe('done');
    expect(standingOf(row, new Set(['igp_a']))).toBe('partly');
    expect(standingOf(row, new Set())).toBe('not done');
    expect(standingOf({ ...row, notDone: 'y' }, new Set(['igp_a', 'igp_b']))).toBe('partly');
    expect(standingOf({ section: 'better', what: 'x', notDone: 'y' }, new Set())).toBe('not done');
  });

  it('stands in the README, row by row, and promises no tool that is not served', async () => {
    const text = await readFile(readme, 'utf8');
    for (const { what } of capabilities) expect(text).toContain(`| ${what} | `);
    const [, table = ''] = text.split('<!-- capabilities:start -->');
    const done = table.split('\n').filter((line) => line.includes('| done |'));
    const promised = done.flatMap((line) => line.match(/igp_[a-z_]+/g) ?? []);
    expect(promised.filter((name) => !served.has(name))).toEqual([]);
    expect(capabilityTable(capabilities, served)).toContain('| create_workout | done | `igp_create_workout` |');
  });
});
