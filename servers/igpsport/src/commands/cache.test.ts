import { describe, expect, it } from 'vitest';
import { cacheWords } from '../language/cache.ts';
import type { Port } from '../port.ts';
import type { StoreStatus } from '../store/index.ts';
import { runCache } from './run-cache.ts';

const full: StoreStatus = { place: '/cache/rides.db', files: 3, derived: 2, bytes: 3_145_728, limitBytes: 536_870_912 };

/** The command on a store of three rides. */
async function run(operands: readonly string[], agree = true, language: 'en' | 'zh' = 'en') {
  let status = full;
  const printed: string[] = [];
  const store = {
    status: () => status,
    clear: async () => {
      status = { ...full, files: 0, derived: 0, bytes: 0 };
      return 3;
    },
  };
  const port = { language, rides: { store } } as unknown as Port;
  const write = (text: string) => printed.push(text);
  const done = await runCache({
    ctx: { port },
    operands,
    print: write,
    tell: write,
    agrees: async () => agree,
  } as unknown as Parameters<typeof runCache>[0]);
  return { done, text: printed.join('\n'), files: status.files };
}

describe('the command cache', () => {
  it.each([[[]], [['status']]])('with %j says where the copy is and how large', async (operands) => {
    expect(await run(operands)).toMatchObject({ done: true, files: 3 });
    expect((await run(operands)).text).toBe('/cache/rides.db\nfiles: 3, evaluated: 2\nsize: 3 MB of 512 MB');
  });

  it('drops it once somebody agreed, and only then', async () => {
    expect(await run(['clear'])).toMatchObject({ done: true, files: 0, text: expect.stringContaining('3 rides') });
    expect(await run(['clear'], false)).toEqual({ done: false, files: 3, text: cacheWords('en').kept });
  });

  it('refuses anything else, in the language that is set', async () => {
    expect(await run(['purge'], true, 'zh')).toEqual({ done: false, files: 3, text: cacheWords('zh').usage });
    expect(await run(['clear', 'all'])).toMatchObject({ done: false, files: 3 });
  });
});
