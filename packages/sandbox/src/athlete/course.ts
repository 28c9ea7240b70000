import { between, randomFrom, seedOf } from '../engine/random.ts';
import type { AthleteProfile } from './profile.ts';

/** A closed loop from home: terrain and position by distance. */
export interface Course {
  readonly name: string;
  readonly id: number;
  /** m */
  readonly length: number;
  /** m between two table entries. */
  readonly step: number;
  readonly altitude: Float32Array;
  /** Rise over run. */
  readonly grade: Float32Array;
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
}

interface CourseShape {
  readonly name: string;
  readonly length: number;
  /** m of the largest wave; the steepest grade follows. */
  readonly relief: number;
}

const RIDE_COURSES: readonly CourseShape[] = [
  { name: 'Barje flat loop', length: 31_000, relief: 14 },
  { name: 'Polhov Gradec rollers', length: 42_000, relief: 90 },
  { name: 'Krim climb loop', length: 55_000, relief: 210 },
  { name: 'Gravel along the Sava', length: 36_000, relief: 40 },
];
const RUN_COURSES: readonly CourseShape[] = [
  { name: 'Ljubljanica out and round', length: 8_200, relief: 4 },
  { name: 'Golovec trails', length: 9_600, relief: 62 },
];

const METRES_PER_DEGREE = 111_320;

/** Builds the loop of that name; the same profile gives the same hills every time. */
export function courseOf(profile: AthleteProfile, name: string): Course {
  const shapes = [...RIDE_COURSES, ...RUN_COURSES];
  const id = shapes.findIndex((shape) => shape.name === name);
  const shape = shapes[id];
  if (!shape) throw new RangeError(`no course named ${name}`);
  const random = randomFrom(seedOf(profile.key, name));
  const step = 10;
  const count = Math.round(shape.length / step);
  const height = heights(random, count, shape, profile.home.altitude);
  const altitude = Float32Array.from(height, (metres) => Math.round(metres * 5) / 5);
  const grade = Float32Array.from(height, (metres, i) => (height[(i + 1) % count]! - metres) / step);
  return { name, id: 4100 + id, length: count * step, step, altitude, grade, ...outline(random, count, step, profile) };
}

/** A sum of waves that fit the loop a whole number of times, so that it ends at the height where it began. */
function heights(random: () => number, count: number, shape: CourseShape, base: number): Float64Array {
  const waves = [1, 2, 5, 11, 23].map((turns) => ({
    turns,
    height: (shape.relief / turns ** 0.75) * between(random, 0.55, 1),
    phase: between(random, 0, 2 * Math.PI),
  }));
  const altitude = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let sum = base;
    for (const { turns, height, phase } of waves) {
      sum += height * (Math.sin((2 * Math.PI * turns * i) / count + phase) - Math.sin(phase));
    }
    altitude[i] = sum;
  }
  return altitude;
}

/** A wobbly ring through home whose perimeter is the loop's length. */
function outline(random: () => number, count: number, step: number, profile: AthleteProfile) {
  const bends = [2, 3, 5].map((turns) => ({ turns, size: between(random, 0.03, 0.12), phase: random() * 6.28 }));
  const east = new Float64Array(count);
  const north = new Float64Array(count);
  const points = 2000;
  const ring = Array.from({ length: points + 1 }, (_, k) => {
    const angle = (2 * Math.PI * k) / points;
    const radius = 1 + bends.reduce((sum, bend) => sum + bend.size * Math.sin(bend.turns * angle + bend.phase), 0);
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
  const along = [0];
  for (let k = 1; k <= points; k++) {
    along.push(along[k - 1]! + Math.hypot(ring[k]!.x - ring[k - 1]!.x, ring[k]!.y - ring[k - 1]!.y));
  }
  const scale = (count * step) / along[points]!;
  let k = 0;
  for (let i = 0; i < count; i++) {
    const at = (i * step) / scale;
    while (along[k + 1]! <= at) k++;
    const share = (at - along[k]!) / (along[k + 1]! - along[k]!);
    east[i] = (ring[k]!.x + (ring[k + 1]!.x - ring[k]!.x) * share - ring[0]!.x) * scale;
    north[i] = (ring[k]!.y + (ring[k + 1]!.y - ring[k]!.y) * share - ring[0]!.y) * scale;
  }
  const narrowing = Math.cos((profile.home.latitude * Math.PI) / 180);
  return {
    latitude: north.map((metres) => profile.home.latitude + metres / METRES_PER_DEGREE),
    longitude: east.map((metres) => profile.home.longitude + metres / (METRES_PER_DEGREE * narrowing)),
  };
}
