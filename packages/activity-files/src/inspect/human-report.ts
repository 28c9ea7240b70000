import type { ChannelName } from '@core/metrics/samples';
import type { Activity, Device, Summary } from '../activity/model.ts';
import { type ActivityTotals, activityTotals } from '../activity/totals.ts';
import { FitActivity } from '../fit/fit-activity.ts';
import { type ChannelStatistics, channelStatistics, channelUnits } from './channel-statistics.ts';
import { garminProduct } from './garmin-products.ts';
import { lapTable } from './lap-table.ts';
import { type Recording, recordingOf } from './recording.ts';
import { distance, duration, plain, sparkline, table, words } from './text.ts';

const mostListed = 8;

/** The summary that a person reads. */
export function humanReport(name: string, size: number, activity: Activity): string {
  const totals = activityTotals(activity);
  const recording = recordingOf(activity.samples);
  const sections = [
    headline(name, size, activity, totals),
    facts(activity, totals, recording),
    channels(activity),
    pausesAndGaps(activity, recording),
    lapTable('Sessions', activity.sessions.length > 1 ? activity.sessions : []),
    lapTable('Laps', activity.laps.length > 1 ? activity.laps : []),
    developer(activity),
    contents(activity),
    problems(activity),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function headline(name: string, size: number, activity: Activity, totals: ActivityTotals): string[] {
  const { startMs } = totals;
  const offset = activity.localOffsetMs ?? 0;
  const when =
    startMs === null
      ? 'no date'
      : `${new Date(startMs + offset).toISOString().slice(0, 16).replace('T', ' ')}${zone(activity)}`;
  const sport = activity.sport === null ? 'unknown sport' : words(plain(activity.sport));
  const sub =
    activity.subSport === null || activity.subSport === 'generic' ? '' : ` (${words(plain(activity.subSport))})`;
  const title =
    activity.sessions.length > 1
      ? activity.sessions.map((session) => words(session.sport ?? '?')).join(' → ')
      : sport + sub;
  const profile = activity.sessions[0]?.name;
  return [
    `${plain(name)} · ${activity.format.toUpperCase()}, ${(size / 1024).toFixed(size < 10_240 ? 1 : 0)} KiB`,
    [title, profile ? `“${plain(profile)}”` : '', when, recorder(activity.devices)]
      .filter((part) => part !== '')
      .join(' · '),
  ];
}

function zone({ localOffsetMs }: Activity): string {
  if (localOffsetMs === null) return ' UTC';
  const minutes = Math.abs(localOffsetMs) / 60_000;
  const sign = localOffsetMs < 0 ? '−' : '+';
  return ` (UTC${sign}${Math.floor(minutes / 60)}${minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`})`;
}

function recorder(devices: readonly Device[]): string {
  const device = devices.find(({ index }) => index === 0);
  if (device === undefined) return '';
  const { manufacturer, product, softwareVersion } = device;
  const known = manufacturer === 'garmin' && typeof product === 'number' ? garminProduct(product) : undefined;
  const model = known ?? (product === null || product === 0 ? '' : String(product));
  const maker = manufacturer === null || model.toLowerCase().startsWith(manufacturer) ? '' : words(manufacturer);
  const version = softwareVersion === null ? '' : `, firmware ${softwareVersion}`;
  return plain([maker, model].filter((part) => part !== '').join(' ') + version);
}

function facts(activity: Activity, totals: ActivityTotals, recording: Recording): string[] {
  const { samples, cleaning, sessions } = activity;
  const paused = samples.pauses.reduce((sum, pause) => sum + pause.to - pause.from, 0);
  const line = (label: string, parts: readonly string[]): string[] => {
    const given = parts.filter((part) => part !== '');
    return given.length === 0 ? [] : [`  ${label.padEnd(10)}${given.join(' · ')}`];
  };
  const value = (key: keyof Summary, show: (n: number) => string): string => {
    const found = sessions.length === 1 ? sessions[0]?.[key] : undefined;
    return typeof found === 'number' ? show(found) : '';
  };
  return [
    ...line('time', [
      totals.elapsedS === null ? '' : `elapsed ${duration(totals.elapsedS)}`,
      totals.timerS === null || activity.format === 'gpx' ? '' : `timer ${duration(totals.timerS)}`,
      value('movingS', (s) => `moving ${duration(s)}`),
      samples.pauses.length === 0 ? '' : `${count(samples.pauses.length, 'pause')} (${duration(paused)})`,
    ]),
    ...line('distance', [
      totals.distanceM === null ? '' : distance(totals.distanceM),
      value('ascentM', (m) => `↑ ${m} m`),
      value('descentM', (m) => `↓ ${m} m`),
      pool(activity),
    ]),
    ...line('device', [
      value('avgPowerW', (w) => `power ${w} W`),
      value('normalizedPowerW', (w) => `NP ${w} W`),
      value('trainingStressScore', (x) => `TSS ${x}`),
      value('intensityFactor', (x) => `IF ${x}`),
      value('workJ', (j) => `work ${Math.round(j / 1000)} kJ`),
      value('avgHeartRateBpm', (b) => `heart rate ${b} bpm`),
      value('caloriesKcal', (k) => `${k} kcal`),
      value('aerobicTrainingEffect', (x) => `training effect ${x}`),
    ]),
    ...line('set to', thresholds(activity)),
    ...line('records', [...recordParts(cleaning, recording, samples.time.length), beats(activity)]),
  ];
}

function pool({ lengths, sessions }: Activity): string {
  if (lengths.length === 0) return '';
  const metres = sessions[0]?.poolLengthM;
  const active = lengths.filter((length) => length.active).length;
  return `${count(active, 'length')}${typeof metres === 'number' ? ` of ${metres} m` : ''}`;
}

function thresholds({ thresholds: device }: Activity): string[] {
  const { functionalThresholdPowerW, thresholdHeartRateBpm, maxHeartRateBpm, restingHeartRateBpm, weightKg } = device;
  const part = (label: string, value: number | null, unit: string) =>
    value === null || value === 0 ? '' : `${label}${value} ${unit}`;
  return [
    part('FTP ', functionalThresholdPowerW, 'W'),
    part('threshold heart rate ', thresholdHeartRateBpm, 'bpm'),
    part('max ', maxHeartRateBpm, 'bpm'),
    part('rest ', restingHeartRateBpm, 'bpm'),
    part('', weightKg, 'kg'),
  ];
}

function recordParts(cleaning: Activity['cleaning'], recording: Recording, kept: number): string[] {
  const dropped = [
    [cleaning.merged, 'merged into the same second'],
    [cleaning.backwards, 'dropped: back in time'],
    [cleaning.jumps, 'dropped: more than a day ahead'],
    [cleaning.withoutTime, 'left out: no time'],
  ] as const;
  const spacing =
    kept < 2
      ? ''
      : recording.regularity > 0.95
        ? `every ${recording.usualStepS} s`
        : `irregular, mostly every ${recording.usualStepS} s`;
  const impossible = Object.entries(cleaning.impossible).map(
    ([name, n]) => `${n} impossible ${words(name)} values dropped`,
  );
  return [
    String(cleaning.records),
    spacing,
    ...dropped.flatMap(([n, what]) => (n > 0 ? [`${n} ${what}`] : [])),
    ...impossible,
  ];
}

function beats({ rr }: Activity): string {
  return rr.intervalsMs.length === 0 ? '' : count(rr.intervalsMs.length, 'beat interval');
}

function channels(activity: Activity): string[] {
  const { samples } = activity;
  const rows = channelStatistics(activity)
    .filter(({ name }) => name !== 'fractional_cadence')
    .map((channel) => {
      const column = samples.channels[channel.name as ChannelName] ?? new Float64Array(0);
      const share = (100 * channel.samples) / samples.time.length;
      const coverage = share < 100 && share > 99 ? '>99 %' : share > 0 && share < 1 ? '<1 %' : `${Math.round(share)} %`;
      const unit = channelUnits[channel.name as ChannelName] ?? '';
      return [words(channel.name), unit, coverage.padStart(5), ...extent(channel), sparkline(samples.time, column, 32)];
    });
  return rows.length === 0 ? [] : table(['Channels', '', 'cover', 'mean', 'min', 'max', ''], rows).map(indentRows);
}

function extent({ name, mean, min, max }: ChannelStatistics): string[] {
  const digits = name === 'latitude' || name === 'longitude' ? 4 : max >= 100 || Number.isInteger(max + min) ? 0 : 1;
  const show = (value: number) => value.toFixed(digits);
  const isPlace = name === 'latitude' || name === 'longitude' || name === 'distance';
  return [isPlace ? '' : mean.toFixed(Math.max(digits, Math.abs(mean) < 10 ? 1 : 0)), show(min), show(max)];
}

function pausesAndGaps({ samples, format }: Activity, { gaps }: Recording): string[] {
  const list = (label: string, spans: readonly { from: number; to: number }[]): string[] => {
    if (spans.length === 0) return [];
    const longest = [...spans].sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, mostListed);
    const shown = longest
      .sort((a, b) => a.from - b.from)
      .map(({ from, to }) => `${duration(from)} + ${duration(to - from)}`);
    const rest = spans.length > mostListed ? `, the longest ${mostListed}` : '';
    return [`${label} (${spans.length}${rest}): ${shown.join(', ')}`];
  };
  return [...list('Pauses', samples.pauses), ...list(format === 'fit' ? 'Gaps with the timer running' : 'Gaps', gaps)];
}

function developer({ developer: columns }: Activity): string[] {
  const rows = columns.map(({ name, units, values, texts }) => {
    const filled =
      values === null
        ? (texts ?? []).filter((text) => text !== null).length
        : values.filter((v) => !Number.isNaN(v)).length;
    return [plain(name), plain(units ?? ''), String(filled)];
  });
  return rows.length === 0 ? [] : table(['Developer fields', 'unit', 'values'], rows).map(indentRows);
}

/** What a FIT file without records holds: a workout, a course, settings, daily monitoring. */
function contents(activity: Activity): string[] {
  if (!(activity instanceof FitActivity) || activity.cleaning.records > 0) return [];
  const messages = activity
    .messageCounts()
    .map(({ name, number, count: n }) => `${n} ${name === null ? `of message ${number}` : words(name)}`);
  return messages.length === 0 ? [] : [`No records. The file holds ${messages.join(', ')}.`];
}

function problems({ problems: found }: Activity): string[] {
  if (found.length === 0) return ['No problems in the file.'];
  return ['Problems', ...found.map(({ kind, offset, detail }) => `  ${kind} at byte ${offset}: ${detail}`)];
}

function indentRows(line: string, index: number): string {
  return index === 0 ? line : `  ${line}`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
