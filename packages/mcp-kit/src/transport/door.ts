import type { IncomingMessage, ServerResponse } from 'node:http';

/** Counts the requests under way and closes behind the last one. */
export interface Door {
  /** Lets a request in and counts it until its answer is finished; `false` when the door is shut. */
  readonly enter: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly isOpen: () => boolean;
  /** How many requests are under way. */
  readonly inside: () => number;
  /** Lets nobody in any more; resolves when everybody is out, at the latest after `deadlineMs`. */
  readonly shut: (deadlineMs: number) => Promise<void>;
}

export function createDoor(): Door {
  const inside = new Set<ServerResponse>();
  const empty = Promise.withResolvers<void>();
  let open = true;

  const leave = (response: ServerResponse): void => {
    inside.delete(response);
    if (!open && inside.size === 0) empty.resolve();
  };

  return {
    isOpen: () => open,
    inside: () => inside.size,
    enter: (request, response) => {
      if (!open) return false;
      // A subscription stays open for good: nobody waits for its end.
      if (request.headers['mcp-method'] !== 'subscriptions/listen') {
        inside.add(response);
        response.on('close', () => leave(response));
      }
      return true;
    },
    shut: async (deadlineMs) => {
      open = false;
      if (inside.size === 0) return;
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, deadlineMs);
      await Promise.race([empty.promise, late.promise]);
      clearTimeout(timer);
    },
  };
}
