import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../sandbox/platform.ts';
import { openScope } from '../../test/port.ts';
import type { RideDerivatives } from '../domain/ride/derivatives.ts';
import { provider } from '../provider.ts';

const whole = (derived: RideDerivatives) => derived;

function rides(settings: object = {}) {
  const platform = sandboxPlatform();
  const server = connect(provider, { ...platform, settings: { ...platform.settings, ...settings } });
  const { list } = platform.sandbox.emulator.state.rides;
  return { server, list: list(), reader: server.runtime.connection.port(openScope()).rides };
}

describe('rides read through the store', () => {
  it('derives what the simulator knows, within the rounding of a FIT file', async () => {
    const { reader, list } = rides();
    const ride = list.find(({ measures }) => measures().normalized !== undefined)!;
    const outcome = await reader.derive(String(ride.rideId));
    const derived = outcome.state === 'done' ? outcome.derived : undefined;
    const truth = ride.measures();
    expect(derived?.power?.normalizedW).toBeCloseTo(truth.normalized!, 0);
    expect(derived?.power?.averageW).toBeCloseTo(truth.power!.mean, 0);
    expect(derived?.heartRate?.maximumBpm).toBe(Math.round(truth.heartRate!.high));
    expect(derived?.timerS).toBe(truth.seconds);
    expect(derived?.distanceM).toBeCloseTo(truth.metres, 0);
  });

  it('asks for nothing the second time, even after a restart', async () => {
    const cacheDir = mkdtempSync(join(tmpdir(), 'igp-rides-'));
    const first = rides({ cacheDir });
    const ids = first.list.slice(0, 5).map(({ rideId }) => String(rideId));
    const fetched = await first.reader.deriveEach(ids, whole);
    const before = first.server.requests.length;
    const again = await first.reader.deriveEach(ids, whole);
    expect(first.server.requests).toHaveLength(before);
    const second = rides({ cacheDir });
    expect(await second.reader.deriveEach(ids, whole)).toEqual(again);
    // Its own login is all that a new process sends.
    expect(second.server.requests).toHaveLength(1);
    const plain = (outcomes: typeof again) => outcomes.map((outcome) => ({ ...outcome, stored: undefined }));
    expect(plain(again)).toEqual(JSON.parse(JSON.stringify(plain(fetched))));
    rmSync(cacheDir, { recursive: true, force: true });
  });

  it('lists a ride that is not there as failed and gives the rest, in order', async () => {
    const { reader, list } = rides();
    const id = String(list[0]?.rideId);
    const outcomes = await reader.deriveEach(['1', id], whole);
    expect(outcomes).toMatchObject([
      { ride: '1', state: 'failed', failure: { kind: 'not_found' } },
      { ride: id, state: 'done' },
    ]);
  });
});
