import type { Activity } from './model.ts';

/** Totals of a whole activity: the device's where it summarised, else what follows from the samples. */
export interface ActivityTotals {
  /** Epoch milliseconds of the first sample, else of the first session; null without a clock. */
  readonly startMs: number | null;
  readonly elapsedS: number | null;
  /** Without timer pauses. */
  readonly timerS: number | null;
  readonly distanceM: number | null;
}

/**
 * Totals over all sessions. Elapsed runs from the first start to the last end; timer and distance add up. A file without
 * a session (a crash, some bike computers) gets its span, its span less its pauses, and its last distance.
 */
export function activityTotals(activity: Activity): ActivityTotals {
  const { samples, sessions } = activity;
  const starts = sessions.flatMap((session) => session.startMs ?? []);
  const span = samples.time.length === 0 ? null : (samples.time.at(-1) as number);
  const paused = samples.pauses.reduce((sum, pause) => sum + (pause.to - pause.from), 0);
  return {
    startMs: samples.startMs ?? (samples.time.length === 0 && starts.length > 0 ? Math.min(...starts) : null),
    elapsedS: elapsed(activity) ?? span,
    timerS: total(activity, 'timerS') ?? (span === null ? null : Math.max(0, span - paused)),
    distanceM: total(activity, 'distanceM') ?? largest(samples.channels.distance),
  };
}

function elapsed({ sessions }: Activity): number | null {
  if (sessions.length <= 1) return sessions[0]?.elapsedS ?? null;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { startMs, elapsedS } of sessions) {
    if (startMs === null || elapsedS === null) continue;
    from = Math.min(from, startMs);
    to = Math.max(to, startMs + elapsedS * 1000);
  }
  return to > from ? (to - from) / 1000 : null;
}

function total({ sessions }: Activity, key: 'timerS' | 'distanceM'): number | null {
  const values = sessions.flatMap((session) => session[key] ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}

function largest(column: Float64Array | undefined): number | null {
  let most: number | null = null;
  for (const value of column ?? []) if (!Number.isNaN(value) && (most === null || value > most)) most = value;
  return most;
}
