import { connect } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';

describe('igp_analyze_training_load over 90 days with 60 rides, 100 ms away', () => {
  // How long the first takes depends on the machine and is for a bench; what a second one must not do does not.
  it('asks for nothing the second time and says the same', async () => {
    const platform = sandboxPlatform({ latencyMs: 100 });
    // A service has its files ready: the emulator makes them before the clock runs.
    const rides = platform.sandbox.emulator.state.rides.list().filter(({ startLocal }) => startLocal >= '2026-07-17');
    expect(rides.length).toBeGreaterThanOrEqual(60);
    for (const ride of rides) {
      ride.fit();
      ride.measures();
    }
    const server = connect(provider, platform);
    const first = await server.call('igp_analyze_training_load', { days: 90, history_days: 0 });
    expect(first.failure?.toText()).toBeUndefined();
    expect((first.structured.coverage as { rides: number }).rides).toBe(rides.length);
    const requests = server.requests.length;
    const second = await server.call('igp_analyze_training_load', { days: 90, history_days: 0 });
    expect(second.structured).toEqual(first.structured);
    expect(server.requests.length).toBe(requests);
  });
});
