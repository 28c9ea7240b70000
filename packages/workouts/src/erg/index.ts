export { type CompiledErg, compileErg, compileMrc } from './compile.ts';
export { readErg } from './read.ts';
