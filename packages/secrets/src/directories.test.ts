import { describe, expect, it } from 'vitest';
import { directoriesFor, displayPath, shellPath, variable } from './directories.ts';

describe('directoriesFor', () => {
  it('follows XDG on Linux, with its defaults', () => {
    expect(directoriesFor('intervals-mcp', 'linux', {}, '/home/ann')).toEqual({
      home: '/home/ann',
      config: '/home/ann/.config/intervals-mcp',
      state: '/home/ann/.local/state/intervals-mcp',
    });
    const env = { XDG_CONFIG_HOME: '/cfg', XDG_STATE_HOME: '/var/st' };
    expect(directoriesFor('a', 'freebsd', env, '/home/ann')).toMatchObject({ config: '/cfg/a', state: '/var/st/a' });
  });

  it('ignores relative and empty XDG values', () => {
    const env = { XDG_CONFIG_HOME: 'cfg', XDG_STATE_HOME: '' };
    expect(directoriesFor('a', 'linux', env, '/h')).toMatchObject({
      config: '/h/.config/a',
      state: '/h/.local/state/a',
    });
  });

  it('uses Application Support on macOS', () => {
    expect(directoriesFor('a', 'darwin', { XDG_CONFIG_HOME: '/cfg' }, '/Users/ann')).toMatchObject({
      config: '/Users/ann/Library/Application Support/a',
      state: '/Users/ann/Library/Application Support/a/state',
    });
  });

  it('uses Roaming and Local AppData on Windows, whatever the case of the variable', () => {
    const env = { AppData: 'D:\\Profiles\\ann\\Roaming' };
    expect(directoriesFor('a', 'win32', env, 'C:\\Users\\ann')).toEqual({
      home: 'C:\\Users\\ann',
      config: 'D:\\Profiles\\ann\\Roaming\\a',
      state: 'C:\\Users\\ann\\AppData\\Local\\a',
    });
  });
});

describe('variable', () => {
  it('ignores the case of a name on Windows only', () => {
    expect(variable({ Icu_Api_Key: 'x' }, 'ICU_API_KEY', 'win32')).toBe('x');
    expect(variable({ Icu_Api_Key: 'x' }, 'ICU_API_KEY', 'linux')).toBeUndefined();
  });
});

describe('paths for people', () => {
  it('shortens the home folder, and only at a folder boundary', () => {
    expect(displayPath('/home/ann/.config/a', '/home/ann')).toBe('~/.config/a');
    expect(displayPath('/home/anna/x', '/home/ann')).toBe('/home/anna/x');
    expect(displayPath('C:\\Users\\ann\\AppData\\a', 'C:\\Users\\ann')).toBe('~\\AppData\\a');
    expect(displayPath('/etc/a', '/')).toBe('/etc/a');
  });

  it('quotes for the shell without enclosing the tilde', () => {
    const linux = { home: '/home/ann', platform: 'linux' } as const;
    expect(shellPath('/home/ann/.config/a/c.json', linux)).toBe('~/.config/a/c.json');
    expect(shellPath('/Users/ann/Library/Application Support/a', { home: '/Users/ann', platform: 'darwin' })).toBe(
      "~/'Library/Application Support/a'",
    );
    expect(shellPath('C:\\Users\\Ann Smith\\x', { home: 'C:\\Users\\Ann Smith', platform: 'win32' })).toBe(
      '"C:\\Users\\Ann Smith\\x"',
    );
    expect(shellPath("/srv/it's", linux)).toBe(`'/srv/it'\\''s'`);
  });
});
