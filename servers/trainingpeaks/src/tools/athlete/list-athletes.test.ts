import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('tp_list_athletes', () => {
  it('lists everyone the login can see, and who is you', async () => {
    const { structured } = await connected().call('tp_list_athletes');
    expect(structured.columns).toEqual(['id', 'name', 'you']);
  });
});
