import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { OWN_ID } from '../../../sandbox/index.ts';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_list_athletes', () => {
  it('lists everyone whom a coach may see, the owner first, with who pays for them', async () => {
    const server = connected({ account: 'coach' });
    const rows = objects((await server.call('tp_list_athletes')).structured);
    expect(rows[0]).toMatchObject({ id: String(OWN_ID), you: true, account: 'premium' });
    expect(rows.filter(({ you }) => you === true)).toHaveLength(1);
    expect(rows).toHaveLength(21);
    const kinds = new Set(rows.map(({ account }) => account));
    expect([...kinds].sort()).toEqual(['basic', 'coach-paid premium', 'premium', 'trial']);
  });

  it('finds by a part of the name, and says that an athlete coaches nobody', async () => {
    const coach = connected({ account: 'coach' });
    const named = objects((await coach.call('tp_list_athletes', { name: 'kovač' })).structured);
    expect(named.map(({ name }) => name)).toEqual(['Ana Kovač', 'Ana Kovačič']);
    const { structured } = await connected().call('tp_list_athletes');
    expect(structured).toMatchObject({ total: 1, notes: ['This account coaches nobody.'] });
  });

  it('shows no e-mail address, and fails with the login command when the login has ended', async () => {
    const server = connected({ account: 'coach' });
    const { text, structured } = await server.call('tp_list_athletes');
    expect(text + JSON.stringify(structured)).not.toContain('@');
    const ended = connected();
    ended.world.cookie.state = 'expired';
    const { failure } = await ended.call('tp_list_athletes');
    expect(failure).toMatchObject({ kind: 'auth', next: expect.stringContaining('auth login') });
  });

  it('stays within the answer budget', async () => {
    expect(sizeOf(await connected({ account: 'coach' }).call('tp_list_athletes'))).toBeLessThanOrEqual(
      answerBudget.aim,
    );
  });
});
