export type { FitnessChange } from './changes.ts';
export { fitnessWithChanges } from './changes.ts';
