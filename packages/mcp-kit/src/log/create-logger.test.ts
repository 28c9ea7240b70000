import { createRedactor, Secret } from '@core/secrets';
import { describe, expect, it } from 'vitest';
import { createLogger, type LoggerOptions } from './create-logger.ts';

function logged(options: Partial<LoggerOptions> & { isTTY?: boolean } = {}) {
  const lines: string[] = [];
  const redactor = createRedactor();
  redactor.register(new Secret('canary-8c1f-secret'));
  const logger = createLogger({
    stream: { write: (line: string) => lines.push(line), isTTY: options.isTTY ?? false },
    level: 'debug',
    redactor,
    now: () => new Date('2026-03-01T08:00:00Z'),
    ...options,
  });
  return { logger, lines };
}

describe('the log', () => {
  it('is one JSON object a line when standard error is no terminal', () => {
    const { logger, lines } = logged();
    logger.log('warn', 'call', { tool: 'icu_get_wellness', ms: 12, text: 'two\nlines', missing: undefined });
    expect(lines).toEqual([
      '{"time":"2026-03-01T08:00:00.000Z","level":"warn","msg":"call","tool":"icu_get_wellness","ms":12,"text":"two\\nlines"}\n',
    ]);
  });

  it('keeps its own words when a field has the same name', () => {
    const { logger, lines } = logged();
    logger.log('warn', 'call', { message: 'no such id', level: 'high', msg: 'x' });
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'warn', msg: 'call', message: 'no such id' });
  });

  it('is key=value at a terminal, with values quoted that hold blanks', () => {
    const { logger, lines } = logged({ isTTY: true });
    logger.log('info', 'call', { tool: 'icu_get_wellness', note: 'two words', rows: [1, 2] });
    expect(lines).toEqual(['08:00:00 info  call tool=icu_get_wellness note="two words" rows=[1,2]\n']);
  });

  it('leaves out what is less important than the level, and everything when silent', () => {
    const { logger, lines } = logged({ level: 'warn' });
    logger.log('debug', 'a');
    logger.log('info', 'b');
    logger.log('error', 'c');
    expect(lines).toHaveLength(1);
    const silent = logged({ level: 'silent' });
    silent.logger.log('error', 'c');
    expect(silent.lines).toHaveLength(0);
  });

  it('shows an error with what caused it, and its stack only while debugging', () => {
    const error = new Error('no answer', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) });
    const atInfo = logged({ level: 'info' });
    atInfo.logger.log('error', 'call', { cause: error });
    expect(JSON.parse(atInfo.lines[0]!).cause).toBe('Error: no answer ← Error: connect (ECONNREFUSED)');
    const atDebug = logged();
    atDebug.logger.log('error', 'call', { cause: error });
    expect(JSON.parse(atDebug.lines[0]!).cause).toContain('create-logger.test.ts');
  });

  it.each([true, false])('never shows a secret, wherever it hides (terminal: %s)', (isTTY) => {
    const { logger, lines } = logged({ isTTY });
    const secret = 'canary-8c1f-secret';
    logger.log('error', `message ${secret}`, {
      text: `a ${secret} b`,
      nested: { list: [secret], authorization: `Basic ${Buffer.from(`API_KEY:${secret}`).toString('base64')}` },
      cause: new Error(`url https://x.test/?q=${encodeURIComponent(secret)}`, { cause: new Error(secret) }),
      [secret]: 1,
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain(secret);
    expect(lines[0]).not.toContain('canary');
  });

  it('survives what JSON cannot hold', () => {
    const circle: Record<string, unknown> = { big: 10n };
    circle.self = circle;
    const { logger, lines } = logged();
    expect(() => logger.log('info', 'odd', { circle, nothing: null })).not.toThrow();
    expect(lines).toHaveLength(1);
  });
});
