/** Answers that may be reused for a while, least recently used out first. */
export interface AnswerCache {
  readonly get: (key: string) => unknown;
  /** Keeps `value`, whose answer was `bytes` long, for `seconds`. An answer over a quarter of the memory is not kept. */
  readonly put: (key: string, value: unknown, seconds: number, bytes: number) => void;
  readonly clear: () => void;
}

interface Entry {
  readonly value: unknown;
  readonly bytes: number;
  readonly expires: number;
}

export function createAnswerCache(maxBytes: number, now: () => Date): AnswerCache {
  const entries = new Map<string, Entry>();
  let held = 0;

  const drop = (key: string): void => {
    held -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };

  return {
    get: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      if (entry.expires <= now().getTime()) {
        drop(key);
        return undefined;
      }
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    put: (key, value, seconds, bytes) => {
      if (seconds <= 0 || bytes > maxBytes / 4) return;
      drop(key);
      entries.set(key, { value, bytes, expires: now().getTime() + seconds * 1000 });
      held += bytes;
      for (const oldest of entries.keys()) {
        if (held <= maxBytes) break;
        drop(oldest);
      }
    },
    clear: () => {
      entries.clear();
      held = 0;
    },
  };
}
