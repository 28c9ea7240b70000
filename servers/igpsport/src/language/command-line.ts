import { commandLinePhrases } from './catalogue/command-line.ts';
import { doctorPhrases } from './catalogue/doctor.ts';
import { helpPhrases } from './catalogue/help.ts';
import type { Language } from './language.ts';
import { answerPhrases, translatorOf } from './translate.ts';

/** A next step is written for a model; at a terminal the reader is the user it speaks of. */
const TO_A_MODEL = /^请(?:让|告诉)用户(?:[：，]\s*)?/;

/** What commands say, in the user's language: the sentences of answers and failures, and those around them. */
export function commandLine(language: Language): ((text: string) => string) | undefined {
  if (language === 'en') return undefined;
  const translate = translatorOf({ ...answerPhrases, ...commandLinePhrases, ...doctorPhrases, ...helpPhrases });
  return (text) => translate(text).replace(TO_A_MODEL, '请');
}
