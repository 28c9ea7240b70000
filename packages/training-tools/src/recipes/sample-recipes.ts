import type { Recipe } from '../store/coach-store.ts';

/** What the collection of the demo holds. */
export const sampleRecipes: readonly Recipe[] = [
  {
    title: 'Overnight oats with banana',
    meal: 'breakfast',
    type: 'carbohydrate',
    favourite: true,
    text: '80 g rolled oats, 200 ml milk, 1 banana, 1 tbsp honey, a pinch of salt.\n\nStir everything, leave it in the fridge overnight. Two to three hours before a long ride.',
  },
  {
    title: 'Rice cakes for the pocket',
    meal: 'during',
    type: 'carbohydrate',
    favourite: false,
    text: '300 g short-grain rice, 450 ml water, 100 g cream cheese, 30 g sugar, a pinch of salt.\n\nCook the rice until it sticks, stir in the rest, press it flat, cool it, cut it into 12 pieces and wrap them.',
  },
  {
    title: 'Potatoes with curd and linseed oil',
    meal: 'dinner',
    type: 'recovery',
    favourite: true,
    text: '500 g potatoes, 250 g curd, 2 tbsp linseed oil, chives, salt.\n\nBoil the potatoes in their skins. Stir curd, oil and chives. Serve together.',
  },
];
