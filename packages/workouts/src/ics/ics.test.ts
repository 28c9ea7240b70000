import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { readWorkout } from '../read.ts';
import { compileIcs, type IcsStart } from './event.ts';

const workout = readWorkout({
  sport: 'bike',
  name: 'Over, under; "threshold" \\ für Anna 🚴',
  description: 'Indoor, fan on;\nstop if HR drifts',
  steps: [
    { for: '10min', at: 'Z2', kind: 'warmup' },
    {
      repeat: 3,
      steps: [
        { for: '8min', at: '95-105%', name: 'Over' },
        { for: '4min', note: 'spin' },
      ],
    },
  ],
});
const options = (start: IcsStart) => ({
  uid: 'event-1@example.org',
  stamp: '2026-04-20T10:00:00Z',
  start,
  seconds: 2760,
});
const compile = (start: IcsStart) => compileIcs(workout, options(start));

function parsed(text: string): InstanceType<typeof ICAL.Event> {
  const event = new ICAL.Component(ICAL.parse(text) as never).getFirstSubcomponent('vevent');
  if (event === null) throw new Error('no event');
  return new ICAL.Event(event);
}

describe('an existing library reads it', () => {
  it('a day', () => {
    const event = parsed(compile({ date: '2026-05-01' }));
    expect(event.uid).toBe('event-1@example.org');
    expect(event.summary).toBe(workout.name);
    expect(event.startDate.isDate).toBe(true);
    expect(event.startDate.toString()).toBe('2026-05-01');
    expect(event.description).toBe(
      'Indoor, fan on;\nstop if HR drifts\n\n- 10min Z2 power (warmup)\n3x\n  - Over 8min 95-105% FTP\n  - 4min: spin',
    );
  });

  it('a floating time keeps the wall clock, with its length', () => {
    const event = parsed(compile({ local: '2026-05-01T06:30:00' }));
    expect(event.startDate.zone.tzid).toBe('floating');
    expect(event.startDate.toString()).toBe('2026-05-01T06:30:00');
    expect(event.duration.toSeconds()).toBe(2760);
  });

  it('a UTC time is that moment', () => {
    const event = parsed(compile({ utc: '2026-05-01T06:30:00Z' }));
    expect(event.startDate.zone.tzid).toBe('UTC');
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-05-01T06:30:00.000Z');
  });

  it('a placeholder once it is replaced', () => {
    const text = compile({ placeholder: true });
    expect(text).toContain('DTSTART;VALUE=DATE:{{SCHEDULED_DATE}}\r\n');
    expect(parsed(text.replace('{{SCHEDULED_DATE}}', '20260501')).startDate.toString()).toBe('2026-05-01');
  });
});

describe('RFC 5545', () => {
  it('no line is longer than 75 octets, no character is cut, every line ends with CRLF', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        const text = compileIcs({ ...workout, name }, options({ date: '2026-05-01' }));
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
        for (const line of text.slice(0, -2).split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n\uFFFD]/);
        }
      }),
    );
  });

  it('text with separators, quotes and line breaks comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', ',', ';', '\\', '"', ':', '\\n', 'ü', '🚴', ' x'), {
          minLength: 1,
          maxLength: 80,
        }),
        (parts) => {
          const name = parts.join('');
          expect(parsed(compileIcs({ ...workout, name }, options({ date: '2026-05-01' }))).summary).toBe(name);
        },
      ),
    );
  });

  it('DTSTAMP is there, and a day has no DURATION', () => {
    const text = compile({ date: '2026-05-01' });
    expect(text).toContain('DTSTAMP:20260420T100000Z\r\n');
    expect(text).not.toContain('DURATION');
    expect(compile({ utc: '2026-05-01T06:30:00Z' })).toContain('DURATION:PT46M\r\n');
  });

  it.each<IcsStart>([
    { date: '2026-02-30' },
    { date: '1.5.2026' },
    { local: '2026-05-01T25:00:00' },
    { utc: '2026-05-01T06:30:00' },
  ])('refuses %j', (start) => {
    expect(() => compile(start)).toThrow(RangeError);
  });
});
