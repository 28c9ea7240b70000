import { inLanguages } from './language.ts';

/** What the threshold tool says beside its numbers. */
export const thresholdWords = inLanguages({
  en: {
    never: 'Nothing was changed: thresholds are set in the iGPSport app, or by IGPSPORT_FTP and IGPSPORT_LTHR.',
    noFtp: 'No effort of 3 to 30 min shows that it was maximal: a test or a race is needed. See refused.',
    noLthr: 'No ride has half an hour at 95 % of FTP with heart rate: threshold heart rate cannot be told.',
    skipped: (rides: number) => `${rides} rides could not be read and are missing.`,
  },
  zh: {
    never: '未更改任何设置：阈值请在 iGPSport 应用中设置，或用 IGPSPORT_FTP 和 IGPSPORT_LTHR。',
    noFtp: '没有 3 至 30 分钟的全力骑行证据：需要测试或比赛。见 refused。',
    noLthr: '没有在 95 % FTP 以上持续半小时并带心率的骑行：无法判断阈值心率。',
    skipped: (rides) => `有 ${rides} 次骑行无法读取，未计入。`,
  },
});
