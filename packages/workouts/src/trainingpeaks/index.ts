export { foldStairs } from '../convert/fold-stairs.ts';
export { type CompiledStructure, compileStructure } from './compile.ts';
export { readStructure } from './read.ts';
export type { TpBlock, TpMetric, TpStep, TpStructure, TpTarget, TpTotals } from './structure.ts';
export { totalsOf } from './totals.ts';
