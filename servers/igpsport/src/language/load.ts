import { inLanguages } from './language.ts';

/** What the tools of load and thresholds say beside their numbers. */
export const loadWords = inLanguages({
  en: {
    method:
      'TSS from power and FTP; without them hrTSS from heart rate, counted as estimated. CTL 42 days, ATL 7 days, exponential; form is CTL − ATL of the evening before.',
    seedMean: 'Averages start from the mean load of the first 42 days of the history.',
    seedZero: 'Averages start from 0 on the first day of the history.',
    incomplete: (rides: number) =>
      `${rides} rides have no load yet or none at all; see skipped. Days with only such rides leave CTL and ATL as they are.`,
    goOn: (rides: number) => `${rides} rides were not read in time: the same call again goes on there.`,
    unreadable: (rows: number) => `${rows} rides of the list could not be read and are missing.`,
    noFtp: 'FTP is not set: set it in the iGPSport app or IGPSPORT_FTP, or loads come from heart rate.',
    todaysFtp: (rides: number) =>
      `${rides} rides are rated with today’s FTP of the profile: nothing tells the one of their day.`,
    todaysLthr: 'iGPSport keeps no history of threshold heart rate: estimates use today’s.',
    withoutLoad: (rides: number) => `${rides} rides have no load and are missing from it.`,
    empty: 'There are no rides in this time; try more days.',
  },
  zh: {
    method:
      '有功率和 FTP 时用 TSS；否则用心率估算 hrTSS，计为 estimated。CTL 42 天，ATL 7 天，指数平均；form 为前一晚的 CTL − ATL。',
    seedMean: '平均值以历史前 42 天的平均负荷为起点。',
    seedZero: '平均值从历史第一天的 0 开始。',
    incomplete: (rides) => `有 ${rides} 次骑行没有负荷，见 skipped。仅有此类骑行的日子不改变 CTL 和 ATL。`,
    goOn: (rides) => `有 ${rides} 次骑行未能及时读取：再次调用即可继续。`,
    unreadable: (rows) => `列表中有 ${rows} 次骑行无法读取，未计入。`,
    noFtp: '未设置 FTP：请在 iGPSport 应用或 IGPSPORT_FTP 中设置，否则负荷由心率估算。',
    todaysFtp: (rides) => `有 ${rides} 次骑行按当前档案的 FTP 计算：无法得知当天的 FTP。`,
    todaysLthr: 'iGPSport 不保存阈值心率的历史：估算使用当前值。',
    withoutLoad: (rides) => `有 ${rides} 次骑行没有负荷，未计入总负荷。`,
    empty: '这段时间没有骑行；请增加天数。',
  },
});
