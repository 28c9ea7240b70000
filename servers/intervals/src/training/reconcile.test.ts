import { connect } from '@core/mcp-kit/testing';
import { activityFile } from '@core/sandbox/files';
import { expect, it } from 'vitest';
import { sandboxPlatform } from '../../sandbox/platform.ts';
import { objects } from '../../test/connected.ts';
import { provider } from '../provider.ts';

it('fills in what Strava does not let Intervals.icu show, from the athlete’s own file', async () => {
  const platform = sandboxPlatform();
  const { me } = platform.sandbox.emulator.state;
  const stub = me.activities.list().find(({ source, origin }) => source === 'STRAVA' && origin.kind === 'session')!;
  const session = stub.origin.kind === 'session' ? stub.origin.session : undefined;
  const { athlete } = platform.sandbox;
  const own = { 'own.fit': activityFile(session!, athlete.recording(session!), athlete.profile) };
  const server = connect(provider, { ...platform, files: own });
  const { structured, failure } = await server.call('icu_reconcile_activity', {
    activity_id: stub.id,
    file: 'own.fit',
  });
  expect(failure?.toText()).toBeUndefined();
  expect(structured).toMatchObject({
    same_ride: { verdict: 'same' },
    coverage: { only_in_file: expect.stringMatching(/./) },
  });
  expect(String(structured.notes)).toContain('the athlete’s own recording and fills the gap');
  const rows = objects(structured);
  expect(rows.find(({ field }) => field === 'elapsed_time_s')).toMatchObject({
    trust: 'file',
    why: 'the platform tells none',
  });
  expect(server.requests.filter(({ url }) => url.includes('strava'))).toEqual([]);
});
