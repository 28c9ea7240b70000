import { describe, expect, it } from 'vitest';
import { withAliases } from './aliases.ts';
import { provider } from './provider.ts';

describe('what the existing iGPSport server understands', () => {
  it.each([
    [['--setup'], ['setup']],
    [['--check'], ['auth', 'status']],
    [['--mcp-config'], ['config', 'claude-desktop']],
    [
      ['--lang', 'en', '--check'],
      ['auth', 'status', '--lang', 'en'],
    ],
    [
      ['--check', '--lang=zh'],
      ['auth', 'status', '--lang=zh'],
    ],
    [
      ['tools', '--json'],
      ['tools', '--json'],
    ],
    [[], []],
  ])('%j is %j', (argv, meant) => {
    expect(withAliases({ argv, env: {} }).argv).toEqual(meant);
  });

  it.each([
    ['INFO', 'info'],
    ['WARNING', 'warn'],
    ['CRITICAL', 'error'],
    ['debug', 'debug'],
  ])('IGPSPORT_LOG_LEVEL=%s is %s', (level, meant) => {
    expect(withAliases({ argv: [], env: { IGPSPORT_LOG_LEVEL: level } }).env).toEqual({ IGPSPORT_LOG_LEVEL: meant });
    expect(withAliases({ argv: [], env: {} }).env).toEqual({});
  });

  it('its variables name settings or credentials here', () => {
    const known = [...Object.values(provider.settings), ...provider.credentials].map(({ env }) => env);
    expect(known).toEqual(
      expect.arrayContaining(
        ['USERNAME', 'PASSWORD', 'REGION', 'FTP', 'LTHR', 'LANG', 'CACHE_DIR', 'API_BASE', 'APP_VERSION'].map(
          (name) => `IGPSPORT_${name}`,
        ),
      ),
    );
  });
});
