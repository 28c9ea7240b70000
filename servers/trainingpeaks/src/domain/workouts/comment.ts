import type { WireComment } from '../../client/comments/wire.ts';

/** A line of a thread. */
export interface CommentRow extends Record<string, string | null> {
  readonly comment_id: string;
  readonly at: string | null;
  readonly by: string | null;
  readonly role: 'coach' | 'athlete' | null;
  readonly comment: string | null;
}

export const commentColumns = ['comment_id', 'at', 'by', 'role', 'comment'] as const;

export function commentRow(comment: WireComment): CommentRow {
  const { id, dateCreated, commenterName, firstName, lastName, isCoach } = comment;
  const name = [firstName, lastName].filter((part) => part !== null && part !== '').join(' ');
  return {
    comment_id: id,
    at: dateCreated?.slice(0, 16) ?? null,
    by: name !== '' ? name : commenterName,
    role: isCoach === null ? null : isCoach ? 'coach' : 'athlete',
    comment: comment.comment,
  };
}

/** Oldest first, whatever order the platform gave. */
export function inOrder(comments: readonly WireComment[]): WireComment[] {
  return [...comments].sort((one, other) => ((one.dateCreated ?? '') < (other.dateCreated ?? '') ? -1 : 1));
}
