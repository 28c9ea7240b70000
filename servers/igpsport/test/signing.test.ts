import { describe, expect, it } from 'vitest';
import { rotateSessionKey } from '../sandbox/world.ts';
import { connectPort, failureOf } from './port.ts';

const signed = (requests: readonly { headers: Record<string, string> }[]) =>
  requests.map(({ headers }) => headers['x-signature'] !== undefined);

describe('signing auto', () => {
  it('sends nothing of signatures while the service takes requests without', async () => {
    const { port, sandbox } = connectPort();
    await port.activities.list({ limit: 20 });
    expect(signed(sandbox.emulator.requests)).toEqual([false, false]);
  });

  it('signs with the module of the web app once the service insists, login included, and says so', async () => {
    const { port, world, sandbox, logged, sent } = connectPort();
    world.quirks.signing = 'required';
    const list = await port.activities.list({ oldest: '2026-10-01', newest: '2026-10-14' });
    expect(list.items.length).toBeGreaterThan(3);
    expect(sent().filter((each) => each.includes('/public/key'))).toHaveLength(1);
    expect(logged.join('\n')).toContain('signing from now on');
    const before = sandbox.emulator.requests.length;
    await port.workouts.save({ course: { title: '阈值 2x20', structure: [{ type: 'Step' }] } });
    expect(signed(sandbox.emulator.requests.slice(before))).toEqual([true]);
  });

  it('starts to sign in the middle, once for all calls under way, after a new login has not helped', async () => {
    const { port, world, sent } = connectPort();
    await port.profile.user();
    world.quirks.signing = 'required';
    world.quirks.signatureRefusal = { status: 403, code: 40_301, message: '签名错误' };
    await Promise.all([port.profile.training(), port.workouts.list(), port.activities.list({ limit: 20 })]);
    expect(sent().filter((each) => each.includes('/public/key'))).toHaveLength(1);
    expect(sent().filter((each) => each.includes('/assets/wasm'))).toHaveLength(1);
  });

  it('asks for a new session key when the old one is refused', async () => {
    const { port, world, sent } = connectPort();
    world.quirks.signing = 'required';
    await port.profile.user();
    rotateSessionKey(world);
    expect((await port.profile.training()).member.ftp).toBeGreaterThan(0);
    expect(sent().filter((each) => each.includes('/public/key'))).toHaveLength(2);
  });

  it('repeats a signed read that failed with 500, with another nonce', async () => {
    const { port, world, sandbox } = connectPort();
    world.quirks.signing = 'required';
    await port.profile.user();
    sandbox.emulator.faults.inject('http-500', { path: '/service/mobile/api/v2/User/UserIntervalInfo', times: 1 });
    expect((await port.profile.training()).member.ftp).toBeGreaterThan(0);
    const nonces = sandbox.emulator.requests.slice(-2).map(({ headers }) => headers['x-nonce']);
    expect(new Set(nonces).size).toBe(2);
  });

  it('fails plainly when even a signature is refused', async () => {
    const { port, world } = connectPort();
    world.quirks.signing = 'required';
    world.sealedKey = new Uint8Array(256).fill(1);
    expect((await failureOf(port.profile.user())).message).toContain('could not open the session key');
    const slow = connectPort({ now: '2026-10-14T09:00:00Z' });
    slow.world.quirks.signing = 'required';
    slow.sandbox.emulator.faults.inject('clock-skew', { times: 'always' });
    const failure = await failureOf(slow.port.profile.user());
    expect(failure.kind).toBe('blocked');
    expect(failure.next).toContain('clock');
  });
});

describe('signing off', () => {
  it('never signs, and says how to sign when the service insists', async () => {
    const { port, world, sent } = connectPort({}, { settings: { signing: 'off' } });
    world.quirks.signing = 'required';
    const failure = await failureOf(port.profile.user());
    expect(failure.kind).toBe('blocked');
    expect(failure.next).toContain('IGPSPORT_SIGNING');
    expect(sent().some((each) => each.includes('/assets/') || each.includes('/public/key'))).toBe(false);
  });
});

describe('signing key', () => {
  it('signs with the configured key, from the first request on, without the module', async () => {
    const { port, world, sandbox, sent } = connectPort(
      {},
      { settings: { signing: 'key' }, credentials: { signing_key: 'hex:00112233445566778899' } },
    );
    world.sessionKey = Buffer.from('00112233445566778899', 'hex');
    world.quirks.signing = 'required';
    expect((await port.profile.user()).nickName).toBe('Maja Demo');
    expect(signed(sandbox.emulator.requests)).toEqual([true, true]);
    expect(sent().some((each) => each.includes('/assets/') || each.includes('/public/key'))).toBe(false);
  });

  it('fails with auth when the key is not the one', async () => {
    const { port, world, logged } = connectPort(
      {},
      { settings: { signing: 'key' }, credentials: { signing_key: 'an-old-session-key' } },
    );
    world.quirks.signing = 'required';
    const failure = await failureOf(port.profile.user());
    expect(failure.kind).toBe('auth');
    expect(failure.next).toContain('IGPSPORT_SIGNING_KEY');
    expect([failure.toText(), ...logged].join()).not.toContain('an-old-session-key');
  });
});

describe('the international service', () => {
  it('is never sent a signature, whatever is configured', async () => {
    const { port, sandbox } = connectPort({ region: 'intl' }, { settings: { signing: 'module' } });
    await port.profile.user();
    expect(signed(sandbox.emulator.requests)).toEqual([false, false]);
  });
});
