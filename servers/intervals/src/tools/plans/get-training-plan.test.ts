import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('icu_get_training_plan', () => {
  it('says that none is followed, and after an assignment which one', async () => {
    const server = connected();
    const none = await server.call('icu_get_training_plan');
    expect(none.structured).not.toHaveProperty('plan');
    await server.call('icu_assign_training_plan', { folder_id: '900002', start: '2026-10-19' });
    const { structured } = await server.call('icu_get_training_plan');
    expect(structured.plan).toMatchObject({ folder_id: '900002', name: 'Four weeks to form', start: '2026-10-19' });
  });

  it('fails for somebody whom the key cannot see', async () => {
    const { failure } = await connected().call('icu_get_training_plan', { athlete: 'i1' });
    expect(failure?.kind).toBe('not_found');
  });
});
