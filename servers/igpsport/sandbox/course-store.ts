import type { Clock } from '@core/sandbox';
import type { RegionId } from './region.ts';

/** A workout ("course") as the service keeps it. */
export interface StoredCourse extends Record<string, unknown> {
  readonly id: number;
  readonly title: string;
  readonly totalTime: number;
  readonly structure: readonly unknown[];
  readonly isOfficial: boolean;
  readonly createTimestamp: number;
}

export interface CourseStore {
  /** Newest first. */
  list(): readonly StoredCourse[];
  find(id: string): StoredCourse | undefined;
  create(data: Record<string, unknown>): StoredCourse;
  replace(id: string, data: Record<string, unknown>): StoredCourse;
  remove(id: string): void;
}

const FIRST_ID = 500_321;

const step = (name: string, intensityClass: string, seconds: number, intensityTarget: object): object => ({
  type: 'Step',
  name,
  intensityClass,
  openDuration: 'false',
  length: { unit: 'Second', value: seconds },
  intensityTarget,
});

/** What a member has from the start: two of his own and an official plan that cannot be deleted. */
const seeds: readonly Record<string, unknown>[] = [
  {
    title: '3 x 12 min sweet spot',
    description: 'Indoor, fan on',
    totalTime: 4_080,
    structure: [
      step('Spin up', 'WarmUp', 600, { unit: 'Power', value: 2 }),
      {
        type: 'Repetition',
        length: { unit: 'Repetition', value: 3 },
        steps: [
          step('SST', 'Active', 720, { unit: 'PercentOfFTP', value: 0, minValue: 88, maxValue: 94 }),
          step('Float', 'Rest', 240, { unit: 'HeartRate', value: 2 }),
        ],
      },
      step('Home', 'CoolDown', 600, { unit: 'HeartRateCustom', value: 0, minValue: 100, maxValue: 120 }),
    ],
  },
  {
    title: '耐力 90 分钟',
    description: '',
    totalTime: 5_400,
    structure: [step('Endurance', 'Active', 5_400, { unit: 'PowerCustom', value: 0, minValue: 150, maxValue: 180 })],
  },
  {
    title: 'FTP test',
    description: 'Official plan',
    totalTime: 3_600,
    isOfficial: true,
    allowDeletion: false,
    structure: [step('Test', 'Active', 1_200, { unit: 'Active' })],
  },
];

export function createCourses(region: RegionId, clock: Clock): CourseStore {
  const courses = new Map<string, StoredCourse>();
  let next = FIRST_ID;
  const store: CourseStore = {
    list: () => [...courses.values()].sort((a, b) => b.createTimestamp - a.createTimestamp || b.id - a.id),
    find: (id) => courses.get(id),
    create: (data) => {
      const course = stored(next, clock.now().getTime(), data);
      next += 1;
      courses.set(String(course.id), course);
      return course;
    },
    replace: (id, data) => {
      const before = courses.get(id);
      const course = stored(Number(id), before?.createTimestamp ?? clock.now().getTime(), data);
      courses.set(id, course);
      return course;
    },
    remove: (id) => {
      courses.delete(id);
    },
  };
  for (const seed of seeds)
    store.create({ workoutType: 'bike', sportBigType: 1, grade: region === 'cn' ? 1 : 0, ...seed });
  return store;
}

function stored(id: number, createTimestamp: number, data: Record<string, unknown>): StoredCourse {
  return {
    description: '',
    allowDeletion: true,
    ...data,
    id,
    title: String(data.title),
    totalTime: Number(data.totalTime ?? 0),
    isOfficial: data.isOfficial === true,
    structure: (data.structure as unknown[] | undefined) ?? [],
    createTimestamp,
    createTime: createTimestamp,
  };
}
