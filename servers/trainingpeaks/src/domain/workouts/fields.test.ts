import { describe, expect, it } from 'vitest';
import { differencesBetween, newWorkoutDiff, notStored } from './fields.ts';

describe('the difference between two states of a workout', () => {
  it('is told in seconds and kilometres, and only where something changes', () => {
    const before = { totalTimePlanned: 1.25, distancePlanned: 40_000, title: 'x', isHidden: false };
    const after = { totalTimePlanned: 1, distancePlanned: 40_000, title: 'x', isHidden: true };
    expect(differencesBetween(before, after)).toEqual([
      { field: 'hidden', before: false, after: true },
      { field: 'planned_time_s', before: 4500, after: 3600 },
    ]);
  });

  it('tells 0 from nothing', () => {
    expect(differencesBetween({ tssActual: null }, { tssActual: 0 })).toEqual([
      { field: 'tss', before: null, after: 0 },
    ]);
  });

  it('of a new workout names what it has', () => {
    expect(newWorkoutDiff({ title: 'x', isHidden: false, rpe: null, workoutTypeValueId: 7 })).toEqual([
      { field: 'title', before: null, after: 'x' },
      { field: 'sport', before: null, after: 'DayOff' },
    ]);
  });
});

describe('what the platform did not keep', () => {
  it('is said for what was sent, and not for what the platform adds of its own', () => {
    const sent = { userTags: 'race', title: 'x', totalTime: 1 };
    const stored = { userTags: '', title: 'x', totalTime: 1, calories: 620 };
    expect(notStored(sent, stored)).toEqual(['tags: sent race, TrainingPeaks stored nothing.']);
    expect(notStored(sent, { ...stored, userTags: 'race' })).toEqual([]);
  });
});
