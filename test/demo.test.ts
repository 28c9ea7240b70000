import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Runs what `pnpm demo` runs after its build, on a day of our choice. */
function demo(now: string) {
  const args = ['--conditions=@core/source', join(root, 'scripts/demo/main.ts'), '--now', now];
  return spawnSync(join(root, 'node_modules/.bin/node'), args, { cwd: root, encoding: 'utf8' });
}

describe('the demo', () => {
  it('answers every question with numbers that the simulator confirms', () => {
    const { status, stdout, stderr } = demo(new Date().toISOString());
    expect(status, stdout + stderr).toBe(0);
    expect(stdout).toMatch(/(\d+) of \1 numbers are right/);
    expect(Number(/(\d+) of/.exec(stdout.slice(stdout.indexOf('Checked against')))?.[1])).toBeGreaterThan(40);
  });

  it('prints plain text where it is not a terminal', () => {
    expect(demo(new Date().toISOString()).stdout).not.toContain('\u001b');
  });
});
