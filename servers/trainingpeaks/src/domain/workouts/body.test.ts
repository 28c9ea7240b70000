import { describe, expect, it } from 'vitest';
import { contentHash, newBody, planCopy, writable } from './body.ts';

const structure = { structure: [{ type: 'step' }], polyline: [[0, 0]], primaryIntensityMetric: 'percentOfFtp' };

describe('a body', () => {
  it('carries the structure as text, the family id that reads leave out, and tags as text', () => {
    const body = writable({ workoutTypeValueId: 2, structure, userTags: ['a', 'b'] });
    expect(body).toMatchObject({ workoutTypeFamilyId: 2, userTags: 'a, b' });
    expect(JSON.parse(String(body.structure))).toEqual(structure);
    expect(writable({ structure: JSON.stringify(structure) }).structure).toBe(JSON.stringify(structure));
    expect(writable({ structure: null }).structure).toBeNull();
  });

  it('of a new workout names every key, with null where there is nothing', () => {
    const body = newBody('7', '2026-10-20', { title: 'x', workoutTypeValueId: 3 });
    expect(body).toMatchObject({ workoutId: 0, athleteId: 7, workoutDay: '2026-10-20T00:00:00', totalTime: null });
    expect(Object.keys(body).length).toBeGreaterThan(55);
    expect(Object.values(body)).not.toContain(undefined);
  });

  it('of a copy holds the plan, 0 included, and nothing that was done', () => {
    const whole = {
      title: 'x',
      tssPlanned: 0,
      isItAnOr: true,
      totalTime: 1,
      rpe: 5,
      startTimePlanned: '2026-10-13T17:30:00',
      workoutComments: [{}],
      equipmentBikeId: null,
    };
    expect(planCopy({ whole } as never, '2026-10-20')).toEqual({
      title: 'x',
      tssPlanned: 0,
      isItAnOr: true,
      startTimePlanned: '2026-10-20T17:30:00',
    });
  });
});

describe('the content of a plan', () => {
  const plan = { workoutDay: '2026-10-20T00:00:00', title: 'x', workoutTypeValueId: 2, totalTimePlanned: 1, structure };

  it('is the same whether the structure is text or an object, and whatever the outline', () => {
    const stored = { ...plan, structure: JSON.stringify({ ...structure, polyline: [] }), description: '', rpe: 3 };
    expect(contentHash(stored)).toBe(contentHash(plan));
  });

  it.each([
    { workoutDay: '2026-10-21T00:00:00' },
    { title: 'y' },
    { workoutTypeValueId: 3 },
    { totalTimePlanned: 1.5 },
    { description: 'text' },
    { structure: null },
  ])('differs with %j', (change) => {
    expect(contentHash({ ...plan, ...change })).not.toBe(contentHash(plan));
  });
});
