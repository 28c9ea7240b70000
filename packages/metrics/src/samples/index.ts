/**
 * The sample model every metric stands on: columns over one time axis, `NaN` for no data, cleaned once, resampled to 1 Hz.
 *
 * | Platform | Holes | Pauses |
 * |---|---|---|
 * | here | filled linearly up to 10 s, longer ones stay missing | timer events; without any, a hole of 30 s or more |
 * | GoldenCheetah | NP glues records together; mean-maximal and W′ balance fill up to 1 h with zeros | as holes |
 * | igpsport-mcp | fills the first 10 s of every hole, long ones too | as holes |
 * | elevate | none | as recorded |
 *
 * @packageDocumentation
 */

export { type CleaningOptions, type CleaningReport, cleanSamples, type RawSamples } from './clean.ts';
export { DROPOUT, type Grid, type GridOptions, PAUSED, pausesAsZero, RECORDED, resample } from './grid.ts';
export { columnLimits } from './limits.ts';
export type { ChannelName, Pause, Samples } from './model.ts';
export { type ChannelQuality, type DataQuality, dataQuality } from './quality.ts';
export { type Series, type SeriesTotals, totals } from './series.ts';
export { removePowerSpikes, type SpikeOptions } from './spikes.ts';
export { meanOf, sumOver, type Tally, tallyOf } from './tally.ts';
