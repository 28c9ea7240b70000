export { type CompiledZwo, compileZwo } from './compile.ts';
export { readZwo } from './read.ts';
