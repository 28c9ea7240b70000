import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleServer } from './memory/bundle.ts';
import { measureJourney } from './memory/journey.ts';

/** MB. A laptop's host starts several servers; the issue allows 300. */
const MOST = 250;

describe.runIf(process.platform === 'linux')('a server whose athlete has a thousand rides', () => {
  it('reads all of them, from nothing, and analyses them in little memory', { timeout: 180_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'igpsport-memory-'));
    try {
      const { rides, startMb, peakMb } = await measureJourney([await bundleServer(folder)]);
      process.stdout.write(`${rides} rides: ${startMb} MB before the first call, ${peakMb} MB at most\n`);
      expect(rides).toBeGreaterThan(1000);
      expect(peakMb).toBeLessThanOrEqual(MOST);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
