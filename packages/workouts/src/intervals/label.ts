import { labelStop, tokenAt } from './tokens.ts';

/**
 * A label that the platform reads back whole: without words that it would take for an amount, a target or a flag
 * (`5km tempo` would make the step 5 km longer).
 */
export function safeLabel(label: string): string {
  const words = label.split(/\s+/).filter((word) => word !== '');
  const kept: string[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? '';
    const token = tokenAt(words, at, undefined);
    if (token !== undefined && token.kind !== 'ramp') {
      at += token.take;
      continue;
    }
    if (labelStop(word) === -1 && !TIMED_CUE.test(word)) kept.push(word);
    at++;
  }
  const safe = kept.join(' ').replace(/^[-\s]+/, '');
  // Taking a word out may have brought two together that make an amount (`10 95% km`).
  return safe === words.join(' ') ? safe : safeLabel(safe);
}

// `33^Second message <!>`: text that shows at a second of the step.
const TIMED_CUE = /^\d+\^|<!>/;

/** Text with the two characters that the platform stores escaped. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Prose that stays prose: no line of it is taken for a step, a repeat, a section or an option. */
export function safeProse(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((raw) => {
      const line = raw.trim();
      if (line.startsWith('-')) return `• ${line.replace(/^-+\s*/, '')}`;
      if (/\d\s*x$/i.test(line) || /^(?:warm|cool)[\s-]?(?:up|down):?$/i.test(line)) return `${line}.`;
      return /^(?:category|pool length):/i.test(line) ? `• ${line}` : line;
    })
    .join('\n');
}
