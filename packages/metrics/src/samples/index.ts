export type { ChannelName, Pause, Samples } from './model.ts';
