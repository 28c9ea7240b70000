import type { Reading } from './length.ts';

// Control, bidi-override and zero-width characters: they hide text from the person who reads a device or a calendar.
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;

/**
 * Accepts what an athlete may read: no control or invisible characters, and no start that a spreadsheet would run as a
 * formula. Line breaks only where `lines` allows them.
 */
export function readText(text: string, max: number, lines = false): Reading<string> {
  const clean = tidy(text, lines).slice(0, max);
  if (text.length > max) return { problem: `is longer than ${max} characters`, instead: clean };
  if (HIDDEN.test(text) || (!lines && /[\n\t]/.test(text))) {
    return { problem: 'has control or invisible characters', instead: clean };
  }
  if (!lines && /^\s*[=+@-]/.test(text)) return { problem: 'starts like a formula (= + - @)', instead: clean };
  return { value: text.trim() };
}

function tidy(text: string, lines: boolean): string {
  const shown = text.replaceAll(new RegExp(HIDDEN, 'gu'), '');
  return lines
    ? shown.trim()
    : shown
        .replaceAll(/\s+/g, ' ')
        .replace(/^[\s=+@-]+/, '')
        .trim();
}
