export { type Durability, type DurabilityOptions, durability, type FatiguedCurve } from './fatigued-curve.ts';
