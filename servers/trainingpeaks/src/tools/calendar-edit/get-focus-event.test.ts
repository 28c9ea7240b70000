import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('tp_get_focus_event', () => {
  it('gives the event with the days that are left', async () => {
    const { structured } = await connected().call('tp_get_focus_event');
    expect(structured.event).toMatchObject({ name: 'Ljubljana road race', days_left: 46 });
  });

  it.each([true, false])(
    'says that there is none, whether the platform answers with nothing (%s) or with 404',
    async (empty) => {
      const server = connected({ account: 'athlete' });
      server.quirks.noEventIsEmpty = empty;
      for (const { id } of server.me.events.list()) server.me.events.remove(Number(id));
      const { structured, failure } = await server.call('tp_get_focus_event');
      expect(failure).toBeUndefined();
      expect(structured).toMatchObject({ event: null, notes: ['No focus event is set.'] });
    },
  );

  it('fails when the platform is down, and does not say that there is none', async () => {
    const server = connected();
    server.quirks.outage = true;
    expect((await server.call('tp_get_focus_event')).failure?.kind).toBe('upstream');
  });
});
