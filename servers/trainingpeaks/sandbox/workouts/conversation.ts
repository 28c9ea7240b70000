import { HOSTILE_TEXTS, longText, type Session } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import type { Row } from '../shape/body.ts';

/** Comments that are on a workout before anybody writes one: the athlete's own words, and now and then the coach's. */
export function conversationOf(record: AthleteRecord, workoutId: number, session: Session | undefined): Row {
  if (session?.tags.includes('ultra')) return { workoutComments: longThread(record, workoutId, session) };
  if (session?.description === undefined || session.index % 2 === 0) return {};
  const comments = [commentRow(record, workoutId, 1, session.description, record, `${session.day}T19:02:11`)];
  if (session.index % 3 === 0) {
    comments.push(
      commentRow(
        record,
        workoutId,
        2,
        'Good work. Sleep well.',
        { id: 1_900_077, name: 'Coach Demo' },
        `${session.day}T21:40:00`,
      ),
    );
  }
  return { workoutComments: comments };
}

/** What a club has to say about a ride of twelve hours. */
function longThread(record: AthleteRecord, workoutId: number, { day }: Session): Row[] {
  const texts = Object.values(HOSTILE_TEXTS);
  return Array.from({ length: 150 }, (_, i) => {
    const text = i === 75 ? longText() : `${i + 1}. ${texts[i % texts.length]}`;
    const by = i % 2 === 0 ? record : { id: 1_900_077, name: 'Coach Demo' };
    const time = `${day}T${String(18 + Math.floor(i / 60)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}:00`;
    return { ...commentRow(record, workoutId, 0, text, by, time), id: 60_000_001 + i };
  });
}

interface Commenter {
  readonly id: number;
  readonly name: string;
}

export function commentRow(
  record: AthleteRecord,
  workoutId: number,
  n: number,
  comment: string,
  by: Commenter,
  dateCreated: string,
): Row {
  const [firstName = '', ...rest] = by.name.split(' ');
  return {
    id: (workoutId % 1_000_000_000) * 10 + n,
    comment,
    dateCreated,
    workoutId,
    commenterPersonId: by.id,
    firstName,
    lastName: rest.join(' '),
    commenterName: by.name,
    commenterPhotoUrl: null,
    isCoach: by.id !== record.id,
    isFirstUnread: false,
    isRead: true,
  };
}
