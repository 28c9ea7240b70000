export * from './day/index.ts';
export * from './load-changes/index.ts';
export * from './load/index.ts';
export * from './planning/index.ts';
export * from './result/index.ts';
export * from './samples/index.ts';
export * from './workload/index.ts';
