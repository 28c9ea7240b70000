import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const assign = { folder_id: '900002', start: '2026-10-19' };

describe('icu_assign_training_plan', () => {
  it('lets the athlete follow a plan, once, and ends it', async () => {
    const server = connected();
    const { structured } = await server.call('icu_assign_training_plan', assign);
    expect(structured).toMatchObject({ written: true, after: { folder_id: '900002', start: '2026-10-19' } });
    expect((await server.call('icu_assign_training_plan', assign)).structured.written).toBe(false);
    const ended = await server.call('icu_assign_training_plan', {});
    expect(ended.structured).toMatchObject({ written: true, before: { name: 'Four weeks to form' } });
    expect(ended.structured).not.toHaveProperty('after');
  });

  it('asks before it assigns to athletes of a coach', async () => {
    const server = connected();
    const many = { ...assign, athlete_ids: ['i300016', 'i300011'] };
    const { structured } = await server.call('icu_assign_training_plan', many);
    expect(structured).toMatchObject({ written: false, preview: { summary: expect.stringContaining('2 athletes') } });
    expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it.each([
    [{ folder_id: '900002' }, 'needs folder_id and start'],
    [{ ...assign, folder_id: '900001' }, 'is a folder, not a plan'],
    [{ ...assign, athlete_ids: ['i9'] }, 'No athlete i9'],
  ])('refuses %j', async (args, said) => {
    const { failure } = await connected().call('icu_assign_training_plan', args);
    expect(failure?.message).toContain(said);
  });
});
