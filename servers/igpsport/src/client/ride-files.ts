import type { Failure } from '@core/mcp-kit';

/** What is done with each file as it arrives, so that a thousand rides never lie in memory together. */
export interface EachFileOptions {
  /** Called once a ride, in the order of arrival. What it throws ends everything. */
  readonly onFile: (ride: string, bytes: Uint8Array) => void | Promise<void>;
  /** Called after each ride that came or failed. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Starts no further ride after this long; those are then `not_tried`. */
  readonly budgetMs?: number;
}

/** How it ended for one ride. */
export type FileOutcome =
  | { readonly ride: string; readonly state: 'done' }
  | { readonly ride: string; readonly state: 'failed'; readonly failure: Failure }
  | { readonly ride: string; readonly state: 'not_tried' };
