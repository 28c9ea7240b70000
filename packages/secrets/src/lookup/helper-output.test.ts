import { describe, expect, it } from 'vitest';
import { parseHelperOutput } from './helper-output.ts';

const now = new Date('2026-11-21T00:00:00Z');
const parse = (text: string) => parseHelperOutput(text, 'X_COMMAND', now);

describe('parseHelperOutput', () => {
  it('takes plain text without the blanks around it', () => {
    expect(parse('  abc def\r\n')).toEqual({ value: 'abc def' });
  });

  it('takes Version 1 JSON with and without an expiry', () => {
    expect(parse('{"Version":1,"SecretKey":"abc"}')).toEqual({ value: 'abc' });
    expect(parse('{"Version":1,"SecretKey":"abc","Expiration":"2026-11-21T01:00:00Z"}')).toEqual({
      value: 'abc',
      expiresAt: new Date('2026-11-21T01:00:00Z'),
    });
  });

  it('takes other JSON as the credential itself', () => {
    const grant = '{"access_token":"abc"}';
    expect(parse(grant)).toEqual({ value: grant });
  });

  it.each([
    ['{"Version":2,"SecretKey":"canary"}', 'command_failed', '"Version": 1'],
    ['{"SecretKey":"canary"}', 'command_failed', '"Version": 1'],
    ['{"Version":1}', 'command_failed', '"SecretKey"'],
    ['{"Version":1,"SecretKey":"canary","Expiration":"soon"}', 'command_failed', 'ISO time'],
    ['{"Version":1,"SecretKey":"canary","Expiration":"2026-11-20T00:00:00Z"}', 'expired', '2026-11-20'],
  ])('refuses %s without repeating the value', (text, kind, why) => {
    let thrown: unknown;
    try {
      parse(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ kind, message: expect.stringContaining(why) });
    expect(String(thrown)).not.toContain('canary');
  });
});
