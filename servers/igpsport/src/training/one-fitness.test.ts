import { connect } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../sandbox/platform.ts';
import { provider } from '../provider.ts';

describe('fitness of one evening', () => {
  it('is the same number in every answer, however far back each looks', async () => {
    const server = connect(provider, sandboxPlatform());
    const { structured: today } = await server.call('igp_get_today', {});
    const { structured: load } = await server.call('igp_analyze_training_load', {});
    const { structured: ahead } = await server.call('igp_project_load', {});
    const { structured: ready } = await server.call('igp_get_race_readiness', { race_day: '2026-10-20' });
    const of = (group: unknown) => {
      const { ctl, atl } = group as { ctl: number; atl: number };
      return { ctl, atl };
    };
    const expected = of(load.current);
    expect(of((today.form as { delivered: unknown }).delivered)).toEqual(expected);
    expect(of(ahead.start)).toEqual(expected);
    expect(of((ready.form as { now: unknown }).now)).toEqual(expected);
  });
});
