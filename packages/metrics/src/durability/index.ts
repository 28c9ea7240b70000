/**
 * Durability: how much of the fresh curve is left after so many kJ. Intervals.icu offers such curves (`after_kj0`,
 * `after_kj1`), WKO too, GoldenCheetah none.
 *
 * @packageDocumentation
 */

export { type Durability, type DurabilityOptions, durability, type FatiguedCurve } from './fatigued-curve.ts';
