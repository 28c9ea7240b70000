export { type CleaningOptions, type CleaningReport, cleanSamples, type RawSamples } from './clean.ts';
export { DROPOUT, type Grid, type GridOptions, PAUSED, pausesAsZero, RECORDED, resample } from './grid.ts';
export { columnLimits } from './limits.ts';
export type { ChannelName, Pause, Samples } from './model.ts';
export { type ChannelQuality, type DataQuality, dataQuality } from './quality.ts';
export { type Series, type SeriesTotals, totals } from './series.ts';
export { removePowerSpikes, type SpikeOptions } from './spikes.ts';
