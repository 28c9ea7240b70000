export * from './result/index.ts';
export * from './samples/index.ts';
