import { connect } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { rememberPeople } from '../../../sandbox/index.ts';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { YESTERDAY_RIDE } from '../../../test/connected.ts';
import { provider } from '../../provider.ts';

const tool = 'icu_update_activity_streams';
const activity_id = YESTERDAY_RIDE;
const people = rememberPeople();
const csv = (text: string) => ({ 'own.csv': new TextEncoder().encode(text) });
const rows = (row: (i: number) => string, length = 4200) => Array.from({ length }, (_, i) => row(i)).join('\n');

function withFiles(files: Record<string, Uint8Array> = {}) {
  const platform = sandboxPlatform({ people });
  const server = connect(provider, { ...platform, files: { ...platform.files, ...files } }, { review: 'off' });
  return { ...server, sandbox: platform.sandbox };
}

describe(tool, () => {
  it('always asks, then overwrites what the table names and nothing else', async () => {
    const server = withFiles();
    const args = { activity_id, file: 'streams.csv' };
    const { structured } = await server.call(tool, args);
    expect(structured).toMatchObject({ written: false, preview: { diff: [{ field: 'watts' }] } });
    const done = await server.call(tool, { ...args, preview_token: structured.preview_token });
    expect(done.structured).toMatchObject({
      written: true,
      changed: [{ field: 'watts', after: '4200 samples, 0 gaps, mean 164.5' }],
    });
    expect(done.structured.notes).toBeUndefined();
    const { streams } = server.sandbox.emulator.state.me.activities.find(activity_id)!;
    expect([...streams.keys()]).toEqual(['watts']);
    expect((await server.call(tool, args)).structured).toMatchObject({ written: false, changed: [] });
  });

  it.each([
    ['another length', `time,watts\n${rows((i) => `${i},100`, 10)}\n`, '10 rows'],
    ['another clock', `time,watts\n${rows((i) => `${i + 5},100`)}\n`, 'time of row 1'],
    ['text between the numbers', `time,watts\n${rows((i) => `${i},${i === 7 ? 'x' : 1}`)}\n`, 'row 8'],
    ['no stream', `time\n${rows((i) => String(i))}\n`, 'no stream'],
    ['a header that is none', rows((i) => `${i},1`, 4201), 'first line'],
  ])('refuses a table with %s', async (_, text, says) => {
    const server = withFiles(csv(text));
    const { failure } = await server.call(tool, { activity_id, file: 'own.csv' });
    expect(failure?.kind).toBe('bad_input');
    expect(failure?.message).toContain(says);
    expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});
