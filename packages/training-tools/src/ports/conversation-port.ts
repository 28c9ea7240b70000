import type { DayRange, Found, Who } from './who.ts';

/** Where people wrote: a chat, or below an activity. */
export interface Thread {
  readonly id: string;
  readonly where: 'chat' | 'activity' | 'session' | 'note';
  /** What it hangs on; `null` for a chat. */
  readonly aboutId: string | null;
  /** Its day and name, as `2026-10-13 Long run`; `null` for a chat, and where the list does not tell. */
  readonly about: string | null;
  readonly athlete: Who;
  /** `null`: not known without reading it. */
  readonly lastFrom: 'me' | 'other' | null;
  /** ISO moment with zone. */
  readonly lastAt: string | null;
  /** `null`: the platform does not count. */
  readonly unread: number | null;
  readonly excerpt: string;
}

export interface Message {
  readonly id: string;
  readonly from: 'me' | 'other';
  readonly author: string;
  readonly at: string;
  readonly text: string;
}

export interface ThreadOptions {
  readonly who?: Who;
  /** Reads the newest message of threads whose author the list does not tell; without it the list alone is asked. */
  readonly look?: boolean;
}

/** Comments, notes and chats. */
export interface ConversationPort {
  /** Threads with something in the range, newest first. */
  readonly threads: (range: DayRange, options?: ThreadOptions) => Promise<Found<Thread>>;
  readonly messages: (thread: Pick<Thread, 'id' | 'where' | 'athlete'>, limit: number) => Promise<Found<Message>>;
  /** After `ctx.confirm`, once. */
  readonly send: (to: Pick<Thread, 'where' | 'aboutId' | 'athlete'>, text: string) => Promise<string>;
}
