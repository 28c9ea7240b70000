export { type Clock, createClock } from './engine/clock.ts';
export {
  type Answer,
  type Context,
  createEmulator,
  type Emulator,
  type EmulatorOptions,
  type Handler,
} from './engine/emulator.ts';
export { between, normal, pick, type Random, randomFrom, seedOf } from './engine/random.ts';
export type { LoggedRequest } from './engine/request-log.ts';
export type { Route } from './engine/route.ts';
export type { FaultInjector, FaultScope, InjectedFault } from './faults/injector.ts';
export { FAULTS, type Fault, type FaultStage, faultNamed, type WireFault } from './faults/list.ts';
