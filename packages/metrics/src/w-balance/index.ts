export { skibaTau, type WBalance, type WBalanceOptions, wBalance, wBalanceAfter } from './balance.ts';
export { type Match, matches } from './matches.ts';
