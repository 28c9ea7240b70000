import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { dayIn } from '@core/mcp-kit';
import { connect } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { createChecks } from '../scripts/demo/checks.ts';
import { questions } from '../scripts/demo/questions/index.ts';
import { sandboxPlatform } from '../servers/intervals/sandbox/platform.ts';
import { provider } from '../servers/intervals/src/provider.ts';

const root = resolve(import.meta.dirname, '..');

describe('the demo', () => {
  it('answers every question with numbers that the simulator confirms, in plain text where it is no terminal', () => {
    const args = ['--conditions=@core/source', join(root, 'scripts/demo/main.ts')];
    const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/node'), args, {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status, stdout + stderr).toBe(0);
    expect(stdout).toMatch(/(\d+) of \1 numbers are right/);
    expect(stdout).not.toContain('\u001b');
  });

  // A stranger runs it on any day: a Monday, a Thursday, the first of a year, when clocks change, a leap day.
  it.each(['2026-11-23', '2026-11-26', '2027-01-01', '2027-03-28', '2028-02-29'])(
    'would answer them on %s too',
    async (day) => {
      const platform = sandboxPlatform({ now: `${day}T09:00:00Z` });
      const { sandbox } = platform;
      const server = connect(provider, platform, { selection: { allowDelete: 'future' } });
      const call = async (tool: string, args?: Record<string, unknown>) => {
        const { structured, text, failure } = await server.call(tool, args);
        if (failure) throw new Error(`${tool} ${JSON.stringify(args)}: ${text}`);
        return { structured, text };
      };
      const checks = createChecks();
      const today = dayIn(sandbox.athlete.profile.timeZone, sandbox.clock.now());
      for (const { answer } of questions) {
        const shown = await answer({ call, sandbox, today, checks, paint: (text) => text });
        expect(shown).not.toMatch(/undefined|NaN|\[object/);
      }
      expect(checks.all.filter(({ ok }) => !ok)).toEqual([]);
      expect(checks.all.length).toBeGreaterThan(40);
    },
  );
});
