import { describe, expect, it } from 'vitest';
import { COLLEAGUES_ATHLETE_ID, NEWCOMER_ID } from '../index.ts';
import { type Row, testSandbox } from '../testing/call.ts';

const READ = '/coaches/v2/coaches/1200001/tags';
const WRITE = '/coaches/v1/coaches/1200001/tags';

describe('behaviour 33: groups', () => {
  it('of an account that coaches nobody answer 400 on read and 500 on write', async () => {
    const athlete = testSandbox();
    expect(await athlete.status('GET', READ)).toBe(400);
    expect(await athlete.status('POST', WRITE, { Value: 'Juniors' })).toBe(500);
  });

  it('have a default one that cannot be changed, with athletes who are not in the roster', async () => {
    const coach = testSandbox({ account: 'coach' });
    const [first] = await coach.get<(Row & { athleteIds: number[] })[]>(READ);
    expect(first).toMatchObject({ isDefault: true });
    expect(first?.athleteIds).toEqual(expect.arrayContaining([COLLEAGUES_ATHLETE_ID, NEWCOMER_ID]));
    expect(await coach.status('PUT', `${WRITE}/${first?.id}`, { Value: 'x' })).toBe(400);
    expect(await coach.status('DELETE', `${WRITE}/${first?.id}`)).toBe(400);
  });

  it('take one athlete a call, and give him back', async () => {
    const coach = testSandbox({ account: 'coach' });
    const { id } = await coach.call('POST', WRITE, { Value: 'Masters' });
    expect(await coach.call('POST', `${WRITE}/${id}/athletes`, { Value: 2_400_012 })).toEqual({ value: 0 });
    expect(await coach.status('POST', `${WRITE}/${id}/athletes`, { Value: 5 })).toBe(400);
    await coach.send('PUT', `${WRITE}/${id}`, { Value: 'Older masters' });
    const find = async () => (await coach.get<Row[]>(READ)).find((tag) => tag.id === id);
    expect(await find()).toMatchObject({ name: 'Older masters', athleteIds: [2_400_012] });
    expect(await coach.status('DELETE', `${WRITE}/${id}/athletes/2400012`)).toBe(200);
    expect(await find()).toMatchObject({ athleteIds: [] });
    await coach.send('DELETE', `${WRITE}/${id}`);
    expect(await find()).toBeUndefined();
  });

  it('belong to the caller alone', async () => {
    const coach = testSandbox({ account: 'coach' });
    expect(await coach.status('GET', '/coaches/v2/coaches/2400011/tags')).toBe(404);
    const added = await coach.get<Row[]>('/fitness/v1/coaches/1200001/coachedathletesadded');
    expect(added.map(({ athleteId }) => athleteId)).toContain(NEWCOMER_ID);
  });
});
