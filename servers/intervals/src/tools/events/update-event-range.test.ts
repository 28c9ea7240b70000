import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const week = { oldest: '2026-11-16', newest: '2026-11-22', hidden: true };

describe('icu_update_event_range', () => {
  it('shows which entries it touches, hides them, and undoes it', async () => {
    const server = connected();
    const send = async (args: object) => {
      const { structured } = await server.call('icu_update_event_range', args);
      return server.call('icu_update_event_range', { ...args, preview_token: structured.preview_token });
    };
    const { structured } = await send(week);
    expect(objects(structured)).toMatchObject([{ hidden: true }, { hidden: true }, { hidden: true }]);
    const again = await server.call('icu_update_event_range', week);
    expect(again.structured.written).toBe(false);
    const undone = await send({ ...week, hidden: false });
    expect(objects(undone.structured).every(({ hidden }) => hidden === false)).toBe(true);
  });

  it('refuses a call that changes nothing by design', async () => {
    const { failure } = await connected().call('icu_update_event_range', { oldest: week.oldest, newest: week.newest });
    expect(failure).toMatchObject({ kind: 'bad_input', next: 'add hidden: true or locked: true' });
  });
});
