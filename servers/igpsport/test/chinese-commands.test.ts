import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { terminal } from './terminal.ts';

const HAN = /\p{Script=Han}/u;
const ENTER = '\r';
/** Names, and what is typed as it stands: no words of ours. */
const NAMES =
  /"[^"]*"|`[^`]*`|https?:\S+|(?:~|\/)[\w./-]+|--?[\w-]+|\bnpx -y \S+|^claude mcp add .*|\bcall igp_\w+|\b(?:auth (?:login|status|logout)|cache (?:status|clear)|Model Context Protocol|Test Keychain|Claude (?:Desktop|Code)|VS Code|Gemini CLI|Maja Demo)\b/gm;
/** Two words of English one after the other: a sentence of ours that nobody translated. */
const ENGLISH = /[A-Za-z][a-z’']+ [a-z’']{2,}/;

/** Lines of English on a screen. JSON that is printed to be copied is none. */
function english(screen: string): string[] {
  const prose = screen.replace(/^\{$[\s\S]*?^\}$/gm, '');
  return prose
    .split('\n')
    .filter((line) => ENGLISH.test(line.replace(NAMES, '|').replace(/\[[^\]]*\]|（[^）]*）|\([^)]*\)/g, '|')));
}

const away = (async () => {
  throw Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('x'), { code: 'ENOTFOUND' }) });
}) as typeof globalThis.fetch;

describe('in Chinese', () => {
  it.each([
    [['--help'], 0],
    [['doctor'], 0],
    [['--check'], 0],
    [['auth', 'status'], 0],
    [['auth', 'logout'], 0],
    [['auth', 'logon'], 2],
    [['auth', 'login', 'pass'], 2],
    [['auth', 'login'], 2],
    [['--setup'], 2],
    [['cache'], 0],
    [['cache', 'status'], 0],
    [['cache', 'clear'], 2],
    [['cache', 'clear', '--yes'], 0],
    [['cache', 'purge'], 1],
    [['config'], 0],
    [['--mcp-config'], 0],
    [['config', 'claude-code'], 0],
    [['config', 'cursor', '--write'], 0],
    [['config', 'curser'], 2],
    [['tools', '--toolsets', 'lap'], 2],
    [['call'], 2],
    [['call', 'igp_get_todai'], 2],
    [['call', 'igp_get_today', '{x'], 2],
    [['call', 'igp_get_today', '{}', '{}'], 2],
    [['call', 'igp_delete_workout', '{"workout_id":"1"}'], 2],
    [['call', 'igp_get_activity_laps', '{"activity_id":"1"}'], 1],
    [['call', 'igp_get_athlete_profile'], 0],
    [['servee'], 2],
    [['--tolsets', 'x'], 2],
    [['--frobnicate'], 2],
    [['--toolsets'], 2],
    [['doctor', '--tokens'], 2],
    [['--review', 'alwys'], 2],
    [['--read-only=maybe'], 2],
    [['--region', 'us'], 2],
    [['--ftp', 'many'], 2],
    [['--signing', 'x'], 2],
    [['--files-dir', 'rides', 'doctor'], 2],
    [['serve', '--http', '--port', '70000'], 2],
    [['serve', 'x'], 2],
  ])('%j says nothing in English', async (argv, expected) => {
    const { run, login } = await terminal();
    const { code, screen } = await run([...argv, '--lang', 'zh'], { env: login });
    expect(english(screen)).toEqual([]);
    expect(screen).toMatch(HAN);
    expect(code).toBe(expected);
  });

  it('the variable and the config file set the language as the option does, and a refused option is told in it', async () => {
    const { run, home, login } = await terminal();
    expect((await run(['--frobnicate'], { env: { IGPSPORT_LANG: 'zh_CN.UTF-8' } })).screen).toMatch(HAN);
    expect((await run(['--frobnicate', '--lang=en'], { env: { IGPSPORT_LANG: 'zh' } })).screen).not.toMatch(HAN);
    const folder = join(home, '.config', 'igpsport-mcp');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'config.json'), '{"lang": "zh"}');
    expect((await run(['auth', 'status'], { env: login })).screen).toMatch(HAN);
    expect(english((await run(['--lang', 'pt'])).screen)).toEqual([]);
  });

  it('doctor and --check say what is missing, refused, or in the way', async () => {
    const { run, login } = await terminal();
    for (const options of [
      {},
      { env: { ...login, IGPSPORT_PASSWORD: 'not-the-password' } },
      { env: login, fetch: away },
      { env: { ...login, IGPSPORT_PASSWORD_FILE: '/nowhere' } },
    ]) {
      for (const command of ['doctor', '--check']) {
        const { code, screen } = await run([command, '--lang', 'zh'], options);
        expect(english(screen)).toEqual([]);
        expect(code).toBe(1);
      }
    }
  });

  it('setup asks, refuses a wrong password, stores the right one, and tells the client', async () => {
    const { run, home, login } = await terminal();
    await mkdir(join(home, '.cursor'));
    const { code, screen } = await run(['--setup', '--lang', 'zh'], {
      keys: [
        [/用户名/, `${login.IGPSPORT_USERNAME}${ENTER}`],
        [/iGPSport 应用的密码/, `not-the-password${ENTER}`],
        [/重试？/, ENTER],
        [/用户名/, `${login.IGPSPORT_USERNAME}${ENTER}`],
        [/iGPSport 应用的密码/, `${login.IGPSPORT_PASSWORD}${ENTER}`],
        [/哪些程序/, ENTER],
      ],
    });
    expect(english(screen)).toEqual([]);
    expect(code).toBe(0);
    for (const said of [
      '未接受用户名和密码',
      '确认您是 Maja Demo',
      '已保存到 Test Keychain',
      '已写入 ~/.cursor/mcp.json',
    ])
      expect(screen).toContain(said);
    expect(screen).not.toContain(login.IGPSPORT_PASSWORD);
  });

  it('setup without a network says so and can be left', async () => {
    const { run, login } = await terminal();
    const { code, screen } = await run(['--setup', '--lang', 'zh'], {
      fetch: away,
      keys: [
        [/用户名/, `${login.IGPSPORT_USERNAME}${ENTER}`],
        [/iGPSport 应用的密码/, `${login.IGPSPORT_PASSWORD}${ENTER}`],
        [/重试？/, '\u0003'],
      ],
    });
    expect(english(screen)).toEqual([]);
    expect(screen).toContain('已取消，未作任何更改。');
    expect(code).toBe(130);
  });
});
