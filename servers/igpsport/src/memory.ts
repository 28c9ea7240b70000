import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the room for young objects as small as it is at the start. Rides are read in bursts of short-lived columns: V8
 * answers them with ever more room, which holds dead columns outside the heap as well, and never gives it back. Over a
 * thousand rides that is a third of the memory, and costs time besides; `test/memory.test.ts` holds it.
 *
 * A flag of the whole process, so for the program alone: `main.ts` asks for it, nobody who imports a part of this server gets
 * it. Node 22, 24 and 26 know it. One that does not would say so on standard error and go on with the usual room.
 * docs/decisions/0013 has the reasons.
 */
export function keepYoungSpaceSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
