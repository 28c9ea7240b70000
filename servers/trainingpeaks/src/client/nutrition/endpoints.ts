import { endpoint, path } from '@core/mcp-kit/http';
import { wireNutrition } from './wire.ts';

export const listNutrition = endpoint<{ athlete: string; oldest: string; newest: string }>()({
  method: 'GET',
  path: ({ athlete, oldest, newest }) => path`fitness/v1/athletes/${athlete}/nutrition/${oldest}/${newest}`,
  response: wireNutrition,
  cacheSeconds: 60,
});

/** May replace the whole record, so athlete and category go with it. Read back from the settings. */
export const saveNutritionSettings = endpoint<{ athlete: string; plannedCalories: number; category: number }>()({
  method: 'POST',
  path: ({ athlete }) => path`fitness/v1/athletes/${athlete}/nutritionsettings`,
  body: ({ athlete, plannedCalories, category }) => ({
    athleteId: Number(athlete),
    plannedCalories,
    substrateUtilizationCategory: category,
  }),
  response: 'none',
});

export const nutritionEndpoints = { list: listNutrition, saveSettings: saveNutritionSettings };
