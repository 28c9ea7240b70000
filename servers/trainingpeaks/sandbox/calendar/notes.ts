import { addDays, HOSTILE_TEXTS, longText } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import type { Row } from '../shape/body.ts';

/** Notes on days of the calendar, and what was said about them. */
export interface NoteBook {
  list(): Row[];
  find(id: number): Row | undefined;
  put(note: Row): void;
  remove(id: number): boolean;
  /** The thread of a note; changes to it stay. */
  comments(id: number): Row[];
}

export function createNoteBook(record: AthleteRecord): NoteBook {
  const notes = new Map<number, Row>();
  const threads = new Map<number, Row[]>();
  for (const note of seeded(record)) notes.set(Number(note.id), note);
  return {
    list: () => [...notes.values()].sort((a, b) => (String(a.noteDate) < String(b.noteDate) ? -1 : 1)),
    find: (id) => notes.get(id),
    put: (note) => notes.set(Number(note.id), note),
    remove: (id) => notes.delete(id),
    comments: (id) => {
      const thread = threads.get(id) ?? [];
      threads.set(id, thread);
      return thread;
    },
  };
}

export function blankNote(record: AthleteRecord, ownerId: number): Row {
  return {
    id: 0,
    athleteId: record.id,
    title: '',
    description: null,
    noteDate: null,
    createdDate: record.now(),
    modifiedDate: record.now(),
    isHidden: false,
    ownerId,
    appliedPlanId: null,
    parentPlanNoteId: null,
    attachments: [],
    commentCount: 0,
  };
}

function seeded(record: AthleteRecord): Row[] {
  const { today } = record.person.simulated;
  const note = (n: number, days: number, title: string, description: string | null): Row => ({
    ...blankNote(record, record.id),
    id: 39_000_000 + record.number * 1000 + n,
    title,
    description,
    noteDate: `${addDays(today, days)}T00:00:00`,
    createdDate: `${addDays(today, days - 2)}T08:00:00`,
    modifiedDate: `${addDays(today, days - 2)}T08:00:00`,
  });
  return [
    note(1, -4, 'Knee', HOSTILE_TEXTS.html),
    note(2, -1, 'Coach', `Well paced. ${HOSTILE_TEXTS.injection}`),
    note(3, 2, 'Travel', 'Train to Vienna at noon.'),
    note(4, 3, HOSTILE_TEXTS.rightToLeft, HOSTILE_TEXTS.control),
    note(5, -30, 'Training camp', longText()),
    ...(record.heavy
      ? Array.from({ length: 300 }, (_, i) => note(10 + i, -i, `Diary ${i + 1}`, longText().slice(0, 400)))
      : []),
  ];
}
