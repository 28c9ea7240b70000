export { connectMemory, type MemoryOptions } from './connect-memory.ts';
export { activity, type Memory, nothing, session } from './memory.ts';
export { recording, type Signals } from './recording.ts';
export { objects } from './table.ts';
