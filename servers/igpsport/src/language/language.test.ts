import { describe, expect, it } from 'vitest';
import { settings } from '../config.ts';
import { accountWords } from './account.ts';
import { athleteWords } from './athlete.ts';
import { cacheWords } from './cache.ts';
import { fileWords } from './files.ts';
import { languageOf, systemLanguage } from './language.ts';
import { loadWords } from './load.ts';
import { rideWords } from './rides.ts';
import { workoutWords } from './workouts.ts';

describe('the language', () => {
  it.each([
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['zh_TW.UTF-8', 'zh'],
    ['EN', 'en'],
    ['en-GB', 'en'],
    ['fr', undefined],
    ['zhx', undefined],
  ])('of %s is %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });

  it('of the system counts when nothing is set, and English where it is neither', () => {
    expect(systemLanguage('zh-Hans-CN')).toBe('zh');
    expect(systemLanguage('hr-HR')).toBe('en');
    expect(settings.lang.schema.parse(undefined)).toBe(systemLanguage());
  });

  it('is a setting by flag and by the variable of the existing server', () => {
    expect(settings.lang).toMatchObject({ flag: 'lang', env: 'IGPSPORT_LANG' });
    expect(settings.lang.schema.parse('zh_CN')).toBe('zh');
    expect(settings.lang.schema.safeParse('pt').error?.issues[0]?.message).toBe('use zh or en');
  });
});

describe('the words', () => {
  it.each([
    ['account', accountWords],
    ['athlete', athleteWords],
    ['cache', cacheWords],
    ['files', fileWords],
    ['load', loadWords],
    ['rides', rideWords],
    ['workouts', workoutWords],
  ])('about %s are the same set in both languages, none of them empty, and Chinese ones are Chinese', (_, words) => {
    const [en, zh] = [said(words('en')), said(words('zh'))];
    expect(Object.keys(zh)).toEqual(Object.keys(en));
    for (const text of Object.values(zh)) expect(text).toMatch(/\p{Script=Han}/u);
    for (const text of Object.values(en)) expect(text).toMatch(/^[\x20-\x7e–×−’]+$/);
  });
});

/** Every word of a table, with the functions called. */
function said(words: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([name, word]): [string, string][] => {
      if (typeof word === 'string') return [[name, word]];
      if (typeof word === 'function') return [[name, String(word('1', '2', '3'))]];
      return Object.entries(word as Record<string, string>).map(([key, text]) => [`${name}.${key}`, text]);
    }),
  );
}
