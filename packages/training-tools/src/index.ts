export { type CommandsOptions, trainingCommands } from './commands/training-commands.ts';
export {
  defineSharedTool,
  type Samples,
  type SharedTool,
  type SharedToolSpec,
  type TrainingContext,
} from './mount/shared-tool.ts';
export { type MountOptions, type PortFactories, trainingTools } from './mount/training-tools.ts';
export { ownTargets } from './planning/own-targets.ts';
export * from './ports/index.ts';
export { deviceLaps, type WrittenLap } from './recording/device-laps.ts';
export { type WithCoachStore, withCoachStore } from './store/with-coach-store.ts';
export { tools as sharedTools } from './tools/index.ts';
