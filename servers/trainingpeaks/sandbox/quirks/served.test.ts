import { afterEach, expect, it } from 'vitest';
import { type ServedTrainingpeaks, serveTrainingpeaks } from '../serve.ts';
import { testSandbox } from '../testing/call.ts';

let served: ServedTrainingpeaks | undefined;
afterEach(() => served?.close());

it('serves both hosts on one port of this machine, cookie and Bearer included', async () => {
  const sandbox = testSandbox();
  served = await serveTrainingpeaks(sandbox);
  const cookie = `Production_tpAuth=${sandbox.cookie}`;
  const exchange = await fetch(`${served.url}/users/v3/token`, { headers: { cookie } });
  const { token } = (await exchange.json()) as { token: { access_token: string } };
  const headers = { authorization: `Bearer ${token.access_token}` };
  for (const path of ['/users/v3/user', '/rx/activity/v1/parameters/block', '/weather/v1/settings']) {
    expect((await fetch(served.url + path, { headers })).status).toBe(200);
  }
  expect((await fetch(`${served.url}/nowhere`, { headers })).status).toBe(404);
  expect(JSON.stringify(sandbox.emulator.requests)).not.toContain(sandbox.cookie);
});

it('loses a connection for real, without losing the write', async () => {
  const sandbox = testSandbox();
  served = await serveTrainingpeaks(sandbox);
  const authorization = `Bearer ${await sandbox.token()}`;
  sandbox.emulator.faults.inject('answer-lost', { method: 'POST', times: 1 });
  const body = JSON.stringify({ athleteId: 1_200_001, noteDate: '2026-10-20T00:00:00', title: 'Once' });
  const path = `${served.url}/fitness/v1/athletes/1200001/calendarNote`;
  await expect(fetch(path, { method: 'POST', headers: { authorization }, body })).rejects.toThrow();
  expect(sandbox.me.notes.list().filter(({ title }) => title === 'Once')).toHaveLength(1);
  expect(sandbox.emulator.writes()).toHaveLength(1);
});
