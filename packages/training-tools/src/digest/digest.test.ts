import { describe, expect, it } from 'vitest';
import type { DigestAthlete } from '../roster/digest.ts';
import { digestAthlete, digestOf } from '../testing/digest.ts';
import { digestHtml } from './html.ts';
import { digestJson } from './json.ts';
import { digestMarkdown } from './markdown.ts';

const about = { platform: 'Memory', madeAt: new Date('2026-10-12T06:00:00Z') };
const tired = digestAthlete('Ana Kovač', {
  flags: [{ rule: 'form_low', value: -38.2, bound: -30, says: 'Form is -38.2, under -30.' }],
  form: -38.24,
  waiting: { threads: 2, oldestAt: '2026-10-09T08:00:00Z', excerpt: 'My knee hurts\nsince Friday' },
  coming: {
    sessions: 4,
    load: null,
    withoutLoad: 2,
    race: { day: '2026-10-18', name: 'City Marathon', priority: 'A' },
    away: { day: '2026-10-13', lastDay: '2026-10-14', reason: 'sick' },
  },
  change: { since: '2026-09-28', ctl: 2.4, form: -11.6, newFlags: ['form_low'], goneFlags: ['load_drop'] },
});
const unread = digestAthlete('Bo', {
  done: null,
  planned: null,
  coming: null,
  waiting: null,
  ctl: null,
  form: null,
  usualWeekLoad: null,
});

describe('two athletes of one name', () => {
  it('are told apart by the end of their ids, where the name is cut too', () => {
    const twins = ['i300013', 'i300014'].map((id) => digestAthlete('x', { athlete: { id, name: 'Marko Novak' } }));
    const page = digestHtml(digestOf(twins), about);
    expect(page).toContain('>Marko Novak …0013</text>');
    expect(page).toContain('>Marko Novak …0014</text>');
  });
});

describe('a digest as Markdown', () => {
  it('says who needs a look, why, and what else there is of them', () => {
    const text = digestMarkdown(digestOf([tired, digestAthlete('Cem')]), about);
    expect(text).toContain('# Week 41, 5 Oct – 11 Oct 2026\n');
    expect(text).toContain(
      '1 of 2 athletes needs a look; 8 of 10 planned sessions done; 2 conversations wait for you; 1 races in the next',
    );
    expect(text).toContain(
      [
        '- **Ana Kovač**: Form is −38.2, under −30.',
        '  - 2 conversations wait: “My knee hurts since Friday”',
        '  - A race Sun 18 Oct: City Marathon',
        '  - sick Tue 13 Oct – Wed 14 Oct',
        '  - since Mon 28 Sept: CTL +2, form −12; new: form low; gone: load drop',
      ].join('\n'),
    );
    expect(text).toContain('| Cem | 5 in 7:05 h | 362 | 350 | 4 of 5 | 52 | −4 | 5 | 340 |  |');
  });

  it('shows what is not known as such, and not as zero', () => {
    expect(digestMarkdown(digestOf([unread]), about)).toContain('| Bo | – | – | – | – | – | – | – | – |  |');
  });

  it('says what was left out, and that a week still runs', () => {
    const text = digestMarkdown(
      digestOf([digestAthlete('Cem')], {
        asOf: '2026-10-09',
        skipped: { 'calendar: forbidden': 3 },
        notes: ['A note.'],
      }),
      about,
    );
    expect(text).toContain('# Week 41, 5 Oct – 11 Oct 2026, so far');
    expect(text).toContain('> A note.\n> 3 left out: calendar: forbidden.');
    expect(text).toContain('Nothing speaks for a look at anybody.');
  });

  it('tells two of one name apart, and leaves no way for a name to be Markdown', () => {
    const one = digestAthlete('Jan | *x*');
    const text = digestMarkdown(digestOf([one, { ...one, athlete: { id: 'i2', name: 'Jan | *x*' } }]), about);
    expect(text).toContain('| Jan \\| \\*x\\* (i2) |');
  });
});

describe('a digest as JSON', () => {
  it('holds everything, with units in the names', () => {
    const data = JSON.parse(digestJson(digestOf([tired, unread]), about)) as Record<string, unknown>;
    expect(data).toMatchObject({
      platform: 'Memory',
      iso_week: '2026-W41',
      week: '2026-10-05',
      last_day: '2026-10-11',
      as_of: '2026-10-12',
      totals: { athletes: 2, flagged: 1, planned: 5, paired: 4, waiting: 2, races: 1 },
      athletes: [
        {
          athlete: { id: 'anakova', name: 'Ana Kovač' },
          form: -38.24,
          usual_week_load: 350,
          done: { moving_s: 25_500 },
          coming: { without_load: 2, load: null },
          change: { new_flags: ['form_low'] },
        },
        { done: null, planned: null, ctl: null },
      ],
    });
  });
});

describe('a digest as a page', () => {
  const hostile = '<img src=x onerror=alert(1)> & "quoted" \'too\'';
  const everything: readonly DigestAthlete[] = [
    { ...tired, athlete: { id: 'h', name: hostile }, waiting: { threads: 1, oldestAt: null, excerpt: hostile } },
    unread,
    digestAthlete('Cem'),
  ];
  const page = digestHtml(digestOf(everything, { notes: [hostile] }), { ...about, platform: hostile });

  it('loads nothing and runs nothing', () => {
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:/i);
  });

  it('shows what people wrote as text and nothing else', () => {
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quoted&quot; &#39;too&#39;');
    expect(page).not.toContain('<img');
  });

  it('draws no number that is not one', () => {
    expect(page).not.toMatch(/NaN|undefined|Infinity|null/);
  });

  it('draws the load in proportion, and a usual week as a tick', () => {
    const half = digestAthlete('Half', { done: { activities: 1, movingS: 60, load: 200 }, usualWeekLoad: 400 });
    const [, bar] = /class="bar" x="150" y="27" width="([\d.]+)"/.exec(digestHtml(digestOf([half]), about)) ?? [];
    const [, tick] = /class="tick" x1="([\d.]+)" x2="[\d.]+" y1="24"/.exec(digestHtml(digestOf([half]), about)) ?? [];
    expect(Number(bar) * 2).toBeCloseTo(Number(tick) - 150, 0);
  });

  it('has a page also for nobody', () => {
    expect(digestHtml(digestOf([]), about)).toContain('No athlete has a week to show.');
  });
});
