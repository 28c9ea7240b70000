import { describe, expect, it } from 'vitest';
import { commandLinePhrases } from './catalogue/command-line.ts';
import { doctorPhrases } from './catalogue/doctor.ts';
import { failurePhrases } from './catalogue/failures.ts';
import { helpPhrases } from './catalogue/help.ts';
import { kitPhrases } from './catalogue/kit.ts';
import { lossPhrases } from './catalogue/losses.ts';
import { trainingPhrases } from './catalogue/training.ts';
import { translator } from './translate.ts';

const chinese = translator('zh')!;

describe('texts of shared libraries', () => {
  it('stay as they are in English, and where nothing fits', () => {
    expect(translator('en')).toBeUndefined();
    expect(chinese('Maja rode home')).toBe('Maja rode home');
  });

  it('keep what was put into them', () => {
    expect(chinese('iGPSport has no file of ride 41200581')).toBe('iGPSport 没有骑行 41200581 的文件');
    expect(chinese('wait 12 s, then send the same call once')).toBe('请等待 12 s 后再发送一次');
  });

  it('are translated in their parts too', () => {
    expect(chinese('nothing was written; check the internet connection, then send the same call once more')).toBe(
      '未写入任何内容；请检查网络连接，然后再发送一次',
    );
    expect(chinese('近似：the ramp is written as 3 level steps')).toBe('近似：渐变写为 3 个恒定步骤');
  });

  it('take the form that says more where two fit', () => {
    expect(chinese('iGPSport has no file of ride 5')).not.toContain('file');
  });

  it.each([
    ['commands', commandLinePhrases],
    ['doctor', doctorPhrases],
    ['help', helpPhrases],
    ['failures', failurePhrases],
    ['kit', kitPhrases],
    ['losses', lossPhrases],
    ['training', trainingPhrases],
  ])('of %s have the same holes in both languages, and Chinese on one side', (_, phrases) => {
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String);
    for (const [english, translated] of Object.entries(phrases)) {
      expect(translated, english).toMatch(/[\p{Script=Han}：，]/u);
      for (const hole of holes(translated)) expect(holes(english), english).toContain(hole);
    }
  });
});
