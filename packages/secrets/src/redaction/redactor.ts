import { SECRET_MARKER, Secret } from '../secret.ts';
import { looksLikeCredential, looksLikeCredentialParameter, squashed } from './credential-names.ts';
import { type Needle, needlesFor } from './encodings.ts';
import { coverOccurrences } from './occurrences.ts';
import { redactedCopy } from './redacted-copy.ts';
import { coverPatterns, homeForms } from './text-patterns.ts';

/** Shorter values occur in ordinary text by chance: covering them would destroy answers and tell where they are. */
export const SHORTEST_REGISTERED = 6;

export type Registration = { registered: true } | { registered: false; reason: string };

export interface RedactValueOptions {
  /** Called once for each key that was left out because its name looks like a credential; the path names it. */
  onDropped?: (path: string) => void;
}

/** Takes credentials out of everything that leaves the process: logs, failures, results, crash output. */
export interface Redactor {
  /** Remembers a live value, so that it is covered in every encoding. Says why when it cannot. */
  register(secret: Secret | string): Registration;
  /** Covers registered values, header lines, tokens, query parameters and home folders in a text. */
  redactText(text: string): string;
  /** A copy in which every text is redacted and every key that looks like a credential is left out. The input is not changed. */
  redactValue(value: unknown, options?: RedactValueOptions): unknown;
}

export interface RedactorOptions {
  /** Keys and parameters that look like credentials and are handed out on purpose, such as `preview_token`. Any spelling matches. */
  allow?: readonly string[];
  /** The home folder, written as `~`. Folders below `/home`, `/Users` and `C:\Users` are covered without it. */
  home?: string;
}

/** A redactor that knows no value yet. One per process is enough; it keeps what it is told until it is dropped. */
export function createRedactor(options: RedactorOptions = {}): Redactor {
  const allowedNames = new Set((options.allow ?? []).map(squashed));
  const allowed = (name: string) => allowedNames.has(squashed(name));
  const names = {
    key: remembered((name) => looksLikeCredential(name) && !allowed(name)),
    parameter: remembered((name) => looksLikeCredentialParameter(name) && !allowed(name)),
  };
  const homes = homeForms(options.home);
  const registered = new Set<string>();
  const needles: Needle[] = [];

  const redactText = (text: string): string => {
    if (text.length < SHORTEST_REGISTERED) return text;
    const covered = coverOccurrences(text, needles);
    const shaped = coverPatterns(covered, names, homes);
    return shaped === covered ? shaped : coverOccurrences(shaped, needles);
  };

  return {
    register(secret) {
      const value = secret instanceof Secret ? secret.reveal() : secret;
      const reason = whyNot(value);
      if (reason !== undefined) return { registered: false, reason };
      const fingerprint = new Secret(value).fingerprint();
      if (!registered.has(fingerprint)) {
        registered.add(fingerprint);
        const known = new Set(needles.map((needle) => needle.text));
        needles.push(...needlesFor(value).filter(({ text }) => !SECRET_MARKER.includes(text) && !known.has(text)));
      }
      return { registered: true };
    },
    redactText,
    redactValue: (value, { onDropped } = {}) =>
      redactedCopy(value, {
        text: redactText,
        drops: names.key,
        onDropped: onDropped ?? (() => {}),
      }),
  };
}

/** Rows repeat their keys; the verdict on each is worked out once. */
function remembered(verdict: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size >= 2_000) known.clear();
    const now = verdict(name);
    known.set(name, now);
    return now;
  };
}

function whyNot(value: string): string | undefined {
  if (value.trim().length < SHORTEST_REGISTERED) {
    return `it has fewer than ${SHORTEST_REGISTERED} characters, which ordinary text holds by chance`;
  }
  if (SECRET_MARKER.includes(value))
    return `it is a part of ${SECRET_MARKER}, which stands in the place of what was covered`;
  return undefined;
}
