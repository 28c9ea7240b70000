export { type CompiledFit, compileFit, type FitOptions } from './compile.ts';
export { readFitWorkout } from './read.ts';
