/** The languages of notes and labels. */
export type Language = 'zh' | 'en';

/** `zh` of `zh`, `zh-CN`, `zh_TW.UTF-8`; `undefined` of a language that this server does not speak. */
export function languageOf(locale: string): Language | undefined {
  const [code = ''] = locale
    .trim()
    .toLowerCase()
    .split(/[-_.@]/);
  return code === 'zh' || code === 'en' ? code : undefined;
}

/** The language of this machine, English where it is neither of the two. */
export function systemLanguage(locale: string = Intl.DateTimeFormat().resolvedOptions().locale): Language {
  return languageOf(locale) ?? 'en';
}

/**
 * The words of a subject in both languages, as a pure function of the setting. The English table says which words there
 * are; one that is missing in Chinese, or takes other values, is a type error.
 *
 * @example const words = inLanguages({ en: { empty: 'No rides.' }, zh: { empty: '没有骑行。' } });
 *          words(ctx.port.language).empty
 */
export function inLanguages<Words>(table: {
  readonly en: Words;
  readonly zh: NoInfer<Words>;
}): (language: Language) => Words {
  return (language) => table[language];
}
