import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const tool = 'icu_update_route';

describe(tool, () => {
  it('renames a route and reads it back', async () => {
    const server = connected();
    const { structured } = await server.call(tool, {
      route_id: '4104',
      values: { name: 'River loop', tags: ['easy'] },
    });
    expect(structured).toMatchObject({ written: true, item: { name: 'River loop', tags: ['easy'] } });
    const { structured: list } = await server.call('icu_get_routes');
    expect(objects(list).map(({ name }) => name)).toContain('River loop');
    const again = await server.call(tool, { route_id: '4104', values: { name: 'River loop' } });
    expect(again.structured.written).toBe(false);
  });

  it.each([
    [{ route_id: '1', values: { name: 'x' } }, 'not_found'],
    [{ route_id: '4104', values: { colour: 'red' } }, 'bad_input'],
  ])('refuses %j', async (args, kind) => {
    expect((await connected().call(tool, args)).failure?.kind).toBe(kind);
  });
});
