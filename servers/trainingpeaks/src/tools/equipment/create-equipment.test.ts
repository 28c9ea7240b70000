import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const shoes = {
  type: 'shoe',
  name: 'Trail shoes',
  brand: 'Demo Run',
  max_distance_km: 800,
  starting_distance_km: 12.5,
};

describe('tp_create_equipment', () => {
  it('adds shoes and finds them in the list', async () => {
    const server = connected();
    const { structured } = await server.call('tp_create_equipment', shoes);
    expect(structured).toMatchObject({ written: true, equipment: { ...shoes, equipment_id: expect.any(String) } });
    const rows = objects((await server.call('tp_get_equipment')).structured);
    expect(rows.map(({ name }) => name)).toEqual(['Road bike', 'Old trainer bike', 'Blue shoes', 'Trail shoes']);
  });

  it('takes the default from the other shoes, and says so before it does', async () => {
    const server = connected();
    const { structured } = await server.call('tp_create_equipment', { ...shoes, is_default: true, dry_run: true });
    expect((structured.preview as { diff: unknown[] }).diff).toContainEqual({
      field: 'default "Blue shoes"',
      before: true,
      after: null,
    });
    await server.call('tp_create_equipment', { ...shoes, is_default: true });
    const rows = objects((await server.call('tp_get_equipment')).structured);
    expect(rows.filter((row) => row.default === true).map(({ name }) => name)).toEqual(['Road bike', 'Trail shoes']);
  });

  it('does not add the same shoes twice', async () => {
    const server = connected();
    await server.call('tp_create_equipment', shoes);
    const again = await server.call('tp_create_equipment', shoes);
    expect(again.structured).toMatchObject({ written: false });
    expect(server.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('refuses cranks on shoes', async () => {
    const { failure } = await connected().call('tp_create_equipment', { ...shoes, crank_length_mm: 170 });
    expect(failure).toMatchObject({ kind: 'bad_input', message: 'Shoes have no wheels and no cranks' });
  });
});
