import { describe, expect, it } from 'vitest';
import { type Capability, capabilitySum, capabilityTable, standingOf } from '../catalogue/capability.ts';
import { capabilityFaults } from './capability-suite.ts';

const row: Capability = { section: 'Wished for', what: 'x', tools: ['nb_a', 'nb_b'] };
const served = new Set(['nb_a', 'nb_b']);

describe('a capability', () => {
  it('is done only when each of its tools is served and nothing of it is missing', () => {
    expect(standingOf(row, served)).toBe('done');
    expect(standingOf(row, new Set(['nb_a']))).toBe('partly');
    expect(standingOf(row, new Set())).toBe('not done');
    expect(standingOf({ ...row, notDone: 'y' }, served)).toBe('partly');
    expect(standingOf({ section: 'Wished for', what: 'x', by: 'an option' }, served)).toBe('done');
    expect(standingOf({ section: 'Wished for', what: 'x', notDone: 'y' }, new Set())).toBe('not done');
  });

  it('is printed with the tools that do it, in the table of its section', () => {
    const rows: Capability[] = [row, { section: 'Elsewhere', what: 'z', tools: ['nb_c'], notDone: 'no data' }];
    expect(capabilityTable(rows, served)).toBe(
      [
        '| Wished for | Here | By, or why not |',
        '|---|---|---|',
        '| x | done | `nb_a`; `nb_b` |',
        '',
        '| Elsewhere | Here | By, or why not |',
        '|---|---|---|',
        '| z | not done | `nb_c` is not built yet; no data |',
      ].join('\n'),
    );
    expect(capabilitySum(rows, served)).toBe('1 done, 0 partly, 1 not done');
  });
});

describe('the check of a list', () => {
  it('sees a tool that is not there, a row without substance, and a row written twice', () => {
    expect(capabilityFaults([row], served)).toEqual([]);
    expect(capabilityFaults([row, row], new Set(['nb_a']))).toEqual([
      '"x" names nb_b, which is not served, and gives no reason',
      '"x" names nb_b, which is not served, and gives no reason',
      '"x" in "Wished for" stands there twice',
    ]);
    expect(capabilityFaults([{ ...row, notDone: 'later' }], new Set())).toEqual([]);
    expect(capabilityFaults([{ section: 's', what: 'y' }], served)).toEqual([
      '"y" names no tool, no place and no reason',
    ]);
  });
});
