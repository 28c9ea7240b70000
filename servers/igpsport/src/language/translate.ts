import { failurePhrases } from './catalogue/failures.ts';
import { kitPhrases } from './catalogue/kit.ts';
import { lossPhrases } from './catalogue/losses.ts';
import { trainingPhrases } from './catalogue/training.ts';
import type { Language } from './language.ts';

/**
 * An English sentence and the same in Chinese. `{name}` stands for whatever was put there, and is the same on both sides;
 * what a hole holds is looked up in turn, so that parts of sentences have entries of their own.
 */
export type Phrases = Readonly<Record<string, string>>;

interface Entry {
  readonly form: RegExp;
  readonly chinese: string;
  /** Letters outside the holes: of two forms that fit, the one that says more is meant. */
  readonly weight: number;
}

const HOLE = /\{(\w+)\}/g;
/** A sentence that is Chinese already and ends with what a library said. */
const QUOTING = /^(?<ours>[^：]*\p{Script=Han}[^：]*：)(?<theirs>.+?)(?<end>。?)$/su;
/** Holes inside holes inside holes: no sentence is made deeper than this. */
const DEEPEST = 4;

/**
 * The texts that shared libraries write, in the user's language: notes of shared tools, failures, losses of workouts. They
 * come in English, and English is what they stay for a language that needs no other, or where nothing fits.
 */
export function translator(language: Language): ((text: string) => string) | undefined {
  return language === 'en' ? undefined : translatorOf(answerPhrases);
}

/** What answers and failures are made of. */
export const answerPhrases: Phrases = { ...kitPhrases, ...trainingPhrases, ...failurePhrases, ...lossPhrases };

/** Puts sentences of a catalogue into Chinese; what is not in it comes back as it was. */
export function translatorOf(phrases: Phrases): (text: string) => string {
  const fixed = new Map(Object.entries(phrases).filter(([english]) => !english.includes('{')));
  const entries = Object.entries(phrases)
    .filter(([english]) => english.includes('{'))
    .map(([english, chinese]): Entry => ({ form: formOf(english), chinese, weight: english.replace(HOLE, '').length }))
    .sort((a, b) => b.weight - a.weight);
  const translate = (text: string, depth: number): string => {
    const known = fixed.get(text);
    if (known !== undefined || depth > DEEPEST) return known ?? text;
    const quoting = QUOTING.exec(text)?.groups;
    if (quoting !== undefined) return `${quoting.ours}${translate(quoting.theirs ?? '', depth + 1)}${quoting.end}`;
    for (const { form, chinese } of entries) {
      const groups = form.exec(text)?.groups;
      if (groups !== undefined)
        return chinese.replace(HOLE, (_, name: string) => translate(groups[name] ?? '', depth + 1));
    }
    return text;
  };
  return (text) => translate(text, 0);
}

function formOf(english: string): RegExp {
  const parts = english.split(HOLE);
  const source = parts
    .map((part, index) => (index % 2 === 0 ? part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&') : `(?<${part}>.+?)`))
    .join('');
  return new RegExp(`^${source}$`, 'su');
}
