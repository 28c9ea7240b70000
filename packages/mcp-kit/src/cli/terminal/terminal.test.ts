import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { renderAnswer } from './answer.ts';
import { progressBar } from './progress-bar.ts';
import { sparkline } from './sparkline.ts';
import { styleFor } from './style.ts';
import { displayWidth, layOut, wrap } from './table.ts';

const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 60 });
const pipe = Object.assign(new PassThrough(), { isTTY: false });
const plain = styleFor(pipe, {});

describe('colours', () => {
  it('are for terminals, and for whoever asks for them', () => {
    expect(styleFor(terminal, {}).red('x')).toBe('\u001b[31mx\u001b[39m');
    expect(styleFor(pipe, {}).red('x')).toBe('x');
    expect(styleFor(pipe, { FORCE_COLOR: '1' }).red('x')).not.toBe('x');
  });

  it('are off with NO_COLOR and on a dumb terminal', () => {
    expect(styleFor(terminal, { NO_COLOR: '1' }).red('x')).toBe('x');
    expect(styleFor(terminal, { TERM: 'dumb' }).red('x')).toBe('x');
    expect(styleFor(terminal, { NO_COLOR: '', FORCE_COLOR: '0' }).red('x')).not.toBe('x');
  });
});

describe('layOut', () => {
  it('aligns by what is seen: colours take no room, wide characters take two', () => {
    const { red } = styleFor(terminal, {});
    const text = layOut(
      [{ title: 'name' }, { title: 'w', align: 'right' }],
      [
        [red('ab'), '1'],
        ['東京', '200'],
      ],
    );
    expect(text.split('\n').map(displayWidth)).toEqual([9, 9, 9]);
    expect(displayWidth('🚴 ok')).toBe(5);
  });

  it('goes on below with a long cell, never in the last column, and cuts nothing', () => {
    const rows = [
      ['ab cdef gh', '1', 'a long last cell'],
      ['abcdefghij', '2', ''],
    ];
    expect(layOut([{ max: 6 }, {}, {}], rows).split('\n')).toEqual([
      'ab          1  a long last cell',
      'cdef',
      'gh',
      'abcdefghij  2',
    ]);
  });

  it('leaves no blanks at the ends of lines', () => {
    expect(
      layOut(
        [{}, {}],
        [
          ['a', ''],
          ['long', 'b'],
        ],
      ),
    ).toBe('a\nlong  b');
  });
});

describe('wrap', () => {
  it('breaks at blanks and leaves longer words whole', () => {
    expect(wrap('one two three extraordinarily', 9)).toEqual(['one two', 'three', 'extraordinarily']);
  });
});

describe('renderAnswer', () => {
  it('shows 0 as 0 and nothing recorded as –', () => {
    expect(
      renderAnswer(
        {
          columns: ['day', 'load'],
          rows: [
            ['Mon', 0],
            ['Tue', null],
          ],
        },
        plain,
      ),
    ).toBe('day  load\nMon     0\nTue     –');
    expect(renderAnswer({ zero: 0, none: null, no: false }, plain)).toBe('zero  0\nnone  –\nno    false');
  });

  it('draws a long series as a curve with its range, and says where the values are', () => {
    const rising = Array.from({ length: 100 }, (_, index) => (index < 50 ? index : null));
    const out = renderAnswer({ power_w: rising }, plain);
    expect(out).toMatch(/^power_w {2}▁▁.*▇██ +0 to 49, 100 values \(--json shows them\)$/);
    expect(renderAnswer({ hr: Array(20).fill(null) }, plain)).toContain('nothing recorded, 20 values');
  });

  it('writes sentences below each other, and says how many words of a long list it leaves out', () => {
    const first = 'A sentence that is longer than thirty letters.';
    expect(renderAnswer({ notes: [first, 'Short.'] }, plain)).toBe(`notes  ${first}\n       Short.`);
    expect(renderAnswer({ tags: Array(14).fill('a') }, plain)).toContain('… 2 more (--json shows all)');
    expect(renderAnswer({ tags: [] }, plain)).toBe('tags  none');
  });

  it('lays lists of objects out as tables and nested objects as sections, short ones in a line', () => {
    const out = renderAnswer(
      { laps: [{ lap: 1, power_w: 200 }, { lap: 2 }], method: { name: 'mean', source: { kind: 'laps' } } },
      plain,
    );
    expect(out).toBe(
      [
        'laps',
        '  lap  power_w',
        '    1      200',
        '    2        –',
        '',
        'method',
        '  name    mean',
        '  source  kind laps',
      ].join('\n'),
    );
  });

  it('lists rows of different things line by line: a table of them would be empty', () => {
    const wellness = [
      { hrv_ms: 65, age_days: 0, mean_hrv_ms: 66 },
      { weight_kg: 63.7, day: 1 },
      { sleep_s: 25_380, nights: 1 },
    ];
    expect(renderAnswer({ wellness }, plain)).toBe(
      'wellness\n  - hrv_ms 65, age_days 0, mean_hrv_ms 66\n  - weight_kg 63.7, day 1\n  - sleep_s 25380, nights 1',
    );
  });

  it('breaks a table that is wider than the terminal into several, each with its first column', () => {
    const answer = { columns: ['id', 'name', 'power_w', 'hr_bpm'], rows: [['a1', 'Ride', 200, 140]] };
    expect(renderAnswer(answer, plain, 20)).toBe('id  name  power_w\na1  Ride      200\n\nid  hr_bpm\na1     140');
    expect(renderAnswer(answer, plain, 80)).toBe('id  name  power_w  hr_bpm\na1  Ride      200     140');
  });

  it('leaves text in lines as it is, so that it can be copied', () => {
    const calendar = 'BEGIN:VCALENDAR\r\nSUMMARY:Ride\r\nEND:VCALENDAR\r\n';
    expect(renderAnswer({ text: calendar }, plain)).toBe(
      'text  BEGIN:VCALENDAR\n      SUMMARY:Ride\n      END:VCALENDAR',
    );
  });

  it('speaks the language that it is given', () => {
    const say = (text: string) => `«${text}»`;
    expect(renderAnswer({ columns: ['day'], rows: [] }, plain, 80, say)).toBe('«no rows»');
    expect(renderAnswer({ tags: [] }, plain, 80, say)).toBe('tags  «none»');
  });

  it('says so when there are no rows', () => {
    expect(renderAnswer({ columns: ['day'], rows: [] }, plain)).toBe('no rows');
  });
});

describe('sparkline', () => {
  it('goes from the smallest to the largest mean, with a blank where nothing was recorded', () => {
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7], 8)).toBe('▁▂▃▄▅▆▇█');
    expect(sparkline([0, 0, null, null, 7, 7], 3)).toBe('▁ █');
    expect(sparkline([5, 5, 5], 3)).toBe('▄▄▄');
  });
});

describe('the progress bar', () => {
  it('is drawn in a terminal and wiped away, and never into a pipe', () => {
    const draw = (isTTY: boolean) => {
      const drawn: string[] = [];
      const bar = progressBar({ write: (text: string) => drawn.push(text), isTTY, columns: 60 } as never, plain);
      bar.show(1, 4, 'reading days');
      bar.show(2);
      bar.end();
      bar.end();
      return drawn;
    };
    expect(draw(false)).toEqual([]);
    const drawn = draw(true);
    expect(drawn[0]).toContain('██████░░░░░░░░░░░░░░░░░░ 1/4 reading days');
    expect(drawn[1]).toContain('2 done');
    expect(drawn).toHaveLength(3);
  });
});
