import { describe, expect, it } from 'vitest';
import { createRedactor } from './redactor.ts';

const redactor = createRedactor({ allow: ['preview_token'], home: '/home/ann' });
const windows = createRedactor({ home: 'C:\\Users\\Ann Smith' });

describe('redactText covers what has the shape of a credential, without knowing the value', () => {
  const covered: [string, string][] = [
    ['Authorization: Basic QVBJX0tFWTphYmM=\r\nAccept: */*', 'Authorization: [secret]\r\nAccept: */*'],
    ['cookie: a=1; b=2\nhost: x', 'cookie: [secret]\nhost: x'],
    ['Set-Cookie: sid=abc; HttpOnly', 'Set-Cookie: [secret]'],
    ['{"authorization":"Basic x","status":401}', '{"authorization":"[secret]","status":401}'],
    ['{\\"Cookie\\":\\"a=\\\\\\"1\\\\\\"\\",\\"n\\":1}', '{\\"Cookie\\":\\"[secret]\\",\\"n\\":1}'],
    ["{ authorization: 'Bearer abc' }", "{ authorization: '[secret]' }"],
    ['used Bearer abc.DEF-123_~/+=', 'used Bearer [secret]'],
    ['used Basic QVBJX0tFWTphYmM=', 'used Basic [secret]'],
    ['used Basic QVBJX0tFWTphYmNk', 'used Basic [secret]'],
    ['got eyJhbGciOiJI.eyJzdWIiOiIx.c2ln', 'got [secret]'],
    ['GET https://h/x?oldest=1&access_token=abc&newest=2', 'GET https://h/x?oldest=1&access_token=[secret]&newest=2'],
    ['https://h/cb?code=abc&state=1#id_token=zzz', 'https://h/cb?code=[secret]&state=1#id_token=[secret]'],
    ['https://h/f?X-Amz-Signature=abc&key=def', 'https://h/f?X-Amz-Signature=[secret]&key=[secret]'],
    ['https://user:pass@host/x', 'https://[secret]@host/x'],
    ['ICU_API_KEY=abc123 npx x', 'ICU_API_KEY=[secret] npx x'],
    ['{"password":"p w","user":"ann"}', '{"password":"[secret]","user":"ann"}'],
    ["{ icu_api_key: 'abc' }", "{ icu_api_key: '[secret]' }"],
    ['at /home/ann/app/x.js:3 and /home/bob/y', 'at ~/app/x.js:3 and ~/y'],
    ['file:///Users/ann/x', 'file://~/x'],
    ['C:\\Users\\ann\\AppData and {"p":"C:\\\\Users\\\\ann\\\\x"}', '~\\AppData and {"p":"~\\\\x"}'],
  ];
  for (const [input, output] of covered)
    it(JSON.stringify(input), () => expect(redactor.redactText(input)).toBe(output));

  it('a registered value that appears only once the home folder was shortened', () => {
    const knowing = createRedactor({ home: '/home/ann' });
    knowing.register('~/vault-4711');
    expect(knowing.redactText('in /home/ann/vault-4711')).toBe('in [secret]');
  });

  it('a home folder with a blank in it, when it was told the folder', () => {
    expect(windows.redactText('C:\\Users\\Ann Smith\\x {"p":"C:\\\\Users\\\\Ann Smith\\\\y"}')).toBe(
      '~\\x {"p":"~\\\\y"}',
    );
  });
});

describe('redactText leaves alone', () => {
  const kept = [
    'Basic endurance ride, 2 h; bearer authentication is needed',
    'auth: the key was refused. Next: run `intervals-mcp auth login`.',
    '{"preview_token":"v1.abc","next_page":"cursor-2","cursor":"abc"}',
    'confirm with preview_token=v1.abc or https://h/x?previewToken=v1.abc',
    'Set ICU_API_KEY=<your key>, or ICU_API_KEY_FILE=/run/secrets/icu.',
    'https://intervals.icu/home/ann?oldest=2026-01-01&session=3',
    'author=Ann; key: C major; 3:42/km; power=250',
  ];
  for (const text of kept) it(JSON.stringify(text), () => expect(redactor.redactText(text)).toBe(text));
});
