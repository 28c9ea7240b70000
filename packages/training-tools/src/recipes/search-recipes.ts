import type { Recipe } from '../store/coach-store.ts';

export interface RecipeQuery {
  /** Words that are all in the title or the text. */
  readonly query?: string | undefined;
  readonly meal?: string | undefined;
  readonly type?: string | undefined;
  readonly favourite?: boolean | undefined;
}

/** Recipes that match everything that was asked for, case and accents apart; favourites first, then by title. */
export function searchRecipes<R extends Recipe>(
  recipes: readonly R[],
  { query, meal, type, favourite }: RecipeQuery,
): R[] {
  const words = folded(query ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return recipes
    .filter(
      (recipe) =>
        is(recipe.meal, meal) &&
        is(recipe.type, type) &&
        (favourite === undefined || recipe.favourite === favourite) &&
        words.every((word) => folded(`${recipe.title} ${recipe.text}`).includes(word)),
    )
    .sort((a, b) => Number(b.favourite) - Number(a.favourite) || a.title.localeCompare(b.title, 'en'));
}

function is(value: string | null, wanted: string | undefined): boolean {
  return wanted === undefined || (value !== null && folded(value) === folded(wanted));
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
