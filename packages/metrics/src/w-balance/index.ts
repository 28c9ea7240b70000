/**
 * W′ balance: what is left above CP, second by second. Negative values are reported: they mean that CP or W′ is too low.
 *
 * | Platform | Form | Holes |
 * |---|---|---|
 * | here | differential (default) or integral, exact steps | 0 W in a pause |
 * | Intervals.icu | differential, CP = FTP | the power after the hole is taken for the whole hole |
 * | GoldenCheetah | integral (τ and power cut to whole numbers) and differential | zeros |
 *
 * @packageDocumentation
 */

export { skibaTau, type WBalance, type WBalanceOptions, wBalance, wBalanceAfter } from './balance.ts';
export { type Match, matches } from './matches.ts';
