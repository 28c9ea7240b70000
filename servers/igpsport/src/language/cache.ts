import { inLanguages } from './language.ts';

/** What `cache` says on the command line. */
export const cacheWords = inLanguages({
  en: {
    usage: 'Use: cache status, or cache clear',
    agree: 'Drop the copy of your rides on this machine? iGPSport keeps them.',
    kept: 'Nothing was dropped.',
    cleared: (rides: string) => `Dropped: ${rides} rides`,
    state: (files: string, derived: string) => `files: ${files}, evaluated: ${derived}`,
    memory: 'in memory, for this run only',
    size: (size: string, limit: string) => `size: ${size} MB of ${limit} MB`,
  },
  zh: {
    usage: '用法：cache status 或 cache clear',
    agree: '删除本机上的骑行副本？iGPSport 上的数据不变。',
    kept: '未删除任何内容。',
    cleared: (rides) => `已删除：${rides} 次骑行`,
    state: (files, derived) => `文件：${files}，已分析：${derived}`,
    memory: '在内存中，仅限本次运行',
    size: (size, limit) => `大小：${size} MB，上限 ${limit} MB`,
  },
});
