import { HOSTILE_TEXTS } from '@core/sandbox/athlete';
import type { Row } from '../shape/body.ts';
import type { World } from '../world.ts';
import { planned, RECIPES } from './workouts.ts';

/** Folders of templates that a person owns or that come with the service. */
export interface LibraryStore {
  readonly libraries: Map<number, Row>;
  /** Templates by id; each names its folder. */
  readonly items: Map<number, Row>;
}

/** The owner of what the service itself gives everybody. */
export const SERVICE_OWNER = 2_000_301;
const HEAVY_ITEMS = 400;

export function createLibraries(world: World): LibraryStore {
  const own = { ownerId: world.me.id, ownerName: world.me.name, imageUrl: null, isDefaultContent: false };
  const libraries: Row[] = [
    { exerciseLibraryId: 2_100_001, libraryName: 'My workouts', ...own },
    {
      exerciseLibraryId: 2_100_002,
      libraryName: 'TrainingPeaks',
      ownerId: SERVICE_OWNER,
      ownerName: 'TrainingPeaks',
      imageUrl: null,
      isDefaultContent: true,
    },
    { exerciseLibraryId: 2_100_003, libraryName: HOSTILE_TEXTS.zeroWidth, ...own },
  ];
  for (let n = 0; world.options.heavy && n < 40; n++) {
    libraries.push({ exerciseLibraryId: 2_100_010 + n, libraryName: `Block ${n + 1}`, ...own });
  }
  const items: Row[] = [];
  const add = (library: number, values: Row) =>
    items.push({ ...blankItem(library), exerciseLibraryItemId: 12_300_001 + items.length, ...values });
  for (const recipe of RECIPES) add(2_100_001, fromRecipe(recipe));
  add(2_100_001, { itemName: '2000 m swim', workoutTypeId: 1, workoutSubTypeId: 2, distancePlanned: 2000 });
  add(2_100_001, { itemName: 'Yoga', workoutTypeId: 29, workoutSubTypeId: 22, description: HOSTILE_TEXTS.injection });
  for (const recipe of RECIPES.slice(0, 2)) add(2_100_002, fromRecipe(recipe));
  const more = world.options.heavy ? HEAVY_ITEMS : 0;
  for (let n = 1; n <= more; n++) {
    const recipe = RECIPES[n % RECIPES.length];
    if (recipe) add(2_100_003, { ...fromRecipe(recipe), itemName: `${recipe.name} no. ${n}` });
  }
  return {
    libraries: new Map(libraries.map((library) => [Number(library.exerciseLibraryId), library])),
    items: new Map(items.map((item) => [Number(item.exerciseLibraryItemId), item])),
  };
}

function fromRecipe(recipe: (typeof RECIPES)[number]): Row {
  return {
    itemName: recipe.name,
    workoutTypeId: recipe.type,
    workoutSubTypeId: recipe.sub,
    description: recipe.description,
    ...planned(recipe),
  };
}

/** Every key of a template. */
export function blankItem(exerciseLibraryId: number): Row {
  return {
    exerciseLibraryId,
    exerciseLibraryItemId: 0,
    exerciseLibraryItemType: 'WorkoutTemplate',
    itemName: null,
    workoutTypeId: 0,
    workoutSubTypeId: null,
    totalTimePlanned: null,
    distancePlanned: null,
    tssPlanned: null,
    ifPlanned: null,
    velocityPlanned: null,
    energyPlanned: null,
    caloriesPlanned: null,
    elevationGainPlanned: null,
    description: null,
    coachComments: null,
    structure: null,
    fileAttachments: '',
    fromLegacy: false,
  };
}
