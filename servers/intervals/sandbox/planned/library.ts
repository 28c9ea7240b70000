import type { AthleteRecord } from '../athlete-record.ts';
import { LIBRARY_WORKOUTS } from './library-workouts.ts';

export interface StoredWorkout {
  readonly id: number;
  folder_id: number;
  name: string;
  type: string;
  description: string;
  [key: string]: unknown;
}

/** Folders, plans and their workouts. */
export interface Library {
  folders: Record<string, unknown>[];
  workouts: StoredWorkout[];
  nextId(): number;
}

export function createLibrary(record: AthleteRecord): Library {
  const base = 900_000 + record.number * 1000;
  let used = 100;
  const folder = (id: number, type: string, name: string) => ({
    id: base + id,
    athlete_id: record.id,
    type,
    name,
    description: null,
    visibility: 'PRIVATE',
    canEdit: true,
    sharedWithCount: 0,
  });
  return {
    folders: [folder(1, 'FOLDER', 'Sweet spot'), folder(2, 'PLAN', 'Four weeks to form')],
    workouts: LIBRARY_WORKOUTS.map(({ name, type, description, plan, day }, i) => ({
      id: base + 10 + i,
      athlete_id: record.id,
      folder_id: base + (plan ? 2 : 1),
      name,
      type,
      description,
      day: plan ? day : null,
      tags: null,
    })),
    nextId() {
      used += 1;
      return base + used;
    },
  };
}
