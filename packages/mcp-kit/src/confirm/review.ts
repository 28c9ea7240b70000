import type { Effect } from '../tool/effect.ts';

/** When a person is asked before a write: every write, those that others see or that cannot be undone, or only the latter. */
export type Review = 'always' | 'visible' | 'off';

export const reviewModes = ['always', 'visible', 'off'] as const;

export interface WriteFacts {
  readonly effect: Effect;
  readonly bulk: boolean;
  readonly seenByOthers: boolean;
  /** Whether the athlete is the account's owner. */
  readonly isSelf: boolean;
}

/** Whether this write needs a person's yes. Deletes and bulk writes always do; no mode switches that off. */
export function needsReview(review: Review, { effect, bulk, seenByOthers, isSelf }: WriteFacts): boolean {
  if (effect === 'delete' || bulk || review === 'always') return true;
  if (review === 'off') return false;
  return effect === 'send' || seenByOthers || !isSelf;
}
