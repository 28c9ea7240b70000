export {
  defineSharedTool,
  type Samples,
  type SharedTool,
  type SharedToolSpec,
  type TrainingContext,
} from './mount/shared-tool.ts';
export { type MountOptions, type PortFactories, trainingTools } from './mount/training-tools.ts';
export * from './ports/index.ts';
export { deviceLaps, type WrittenLap } from './recording/device-laps.ts';
export { tools as sharedTools } from './tools/index.ts';
