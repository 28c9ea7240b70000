/** One field of a change, before and after; `null` means "not there". */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What a write is about to do, exactly, as shown to a person. */
export interface Change {
  /** One sentence: verb, object, day, and for whom when it is not the caller. */
  readonly summary: string;
  /** Field by field. Empty only for a delete, whose summary names what goes. */
  readonly diff: readonly FieldChange[];
  /** What the platform will understand, drop or round; losses of a compiled workout. */
  readonly notes?: readonly string[];
  /** Version of the upstream object this was computed from (its `updated` stamp or a content hash): a change voids the preview. */
  readonly version?: string;
  /** The athlete-local day of what is written; with `--allow-delete future` a delete without it, or before today, is blocked. */
  readonly day?: string;
  /** Whether somebody else will see it: comments, chats, notes to an athlete. */
  readonly seenByOthers?: boolean;
  /** Whether it stays on this machine: then nobody is asked for it to be written, about whomever it is. */
  readonly staysHere?: boolean;
}
