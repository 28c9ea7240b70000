export { compileIcs, type IcsOptions, type IcsStart, PLACEHOLDER } from './event.ts';
