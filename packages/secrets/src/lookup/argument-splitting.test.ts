import { describe, expect, it } from 'vitest';
import { splitCommandLine } from './argument-splitting.ts';

const posix = (line: string) => splitCommandLine(line, 'X_COMMAND', 'linux');

describe('splitCommandLine', () => {
  it.each([
    ['op read op://v/i/f', ['op', 'read', 'op://v/i/f']],
    ['  pass   show\ticu ', ['pass', 'show', 'icu']],
    [`op read "op://my vault/it\\"em/f"`, ['op', 'read', 'op://my vault/it"em/f']],
    [`sh -c 'echo "$X" | head -1'`, ['sh', '-c', 'echo "$X" | head -1']],
    [`a\\ b --x="1 2"'3'`, ['a b', '--x=1 23']],
    [`prog "" ''`, ['prog', '', '']],
    [`prog "c:\\path\\n"`, ['prog', 'c:\\path\\n']],
    ['prog $HOME ~ *', ['prog', '$HOME', '~', '*']],
    ['["my prog","a b","$x"]', ['my prog', 'a b', '$x']],
  ])('%s', (line, args) => expect(posix(line)).toEqual(args));

  it('keeps backslashes on Windows, where they separate folders', () => {
    expect(splitCommandLine('C:\\Tools\\op.exe read "C:\\my files\\x"', 'X_COMMAND', 'win32')).toEqual([
      'C:\\Tools\\op.exe',
      'read',
      'C:\\my files\\x',
    ]);
  });

  it.each([
    ['prog "open', 'not closed'],
    ["prog 'open", 'not closed'],
    ['prog end\\', 'not closed'],
    ['prog | head', 'without a shell'],
    ['a && b', 'without a shell'],
    ['', 'names no program'],
    ['"" x', 'names no program'],
    ['[1]', 'JSON list of strings'],
    ['[', 'not a JSON list'],
  ])('refuses %s and does not repeat it', (line, why) => {
    expect(() => posix(line)).toThrow(
      expect.objectContaining({ kind: 'command_failed', message: expect.stringContaining(why) }),
    );
  });
});
