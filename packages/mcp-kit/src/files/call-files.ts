import * as z from 'zod';

/** Files as a handler sees them. A tool declares which way they go with `files`. */
export interface CallFiles {
  /**
   * The bytes of a file that the user put into the files folder. Only for a tool with `files: 'in'`.
   *
   * @param name what the model gave: a plain name or a path below the folder
   * @throws Failure `bad_input` for a name that leaves the folder or a file that is too large, `not_found` with the folder's
   * name, `blocked` when there is no folder
   */
  readonly read: (name: string, options?: ReadFileOptions) => Promise<Uint8Array>;
  /**
   * Hands a file to the user: into the files folder, or as a resource that the client fetches. It never replaces a file.
   * Only for a tool with `files: 'out'`, whose answer carries what this returns.
   *
   * @param name any text: what no file name may hold is replaced. With `field` it was given by the model, and a path is refused.
   */
  readonly save: (name: string, bytes: Uint8Array, options: SaveFileOptions) => Promise<SavedFile>;
}

export interface ReadFileOptions {
  /** The argument that holds the name; default `file`. */
  readonly field?: string;
  /** Default 32 MiB. */
  readonly maxBytes?: number;
}

export interface SaveFileOptions {
  /** `application/vnd.ant.fit`, `text/calendar`. */
  readonly mediaType: string;
  /** The argument that the name came from; absent when the tool made it. */
  readonly field?: string;
}

/** Fields of an answer that hands out a file: spread them into `output`, or put them under a name of their own. */
export const fileShape = {
  /** The name it got. */
  file: z.string(),
  bytes: z.number(),
  media_type: z.string(),
  sha256: z.string(),
  /** Where it lies on this machine, when it was written to the files folder. */
  saved_to: z.string().optional(),
  /** The address to fetch it by, and until when, when it was not. */
  resource: z.string().optional(),
  expires_at: z.string().optional(),
};

const savedFile = z.object(fileShape);

/** What `save` did, as the answer says it. */
export type SavedFile = z.output<typeof savedFile>;

/** A file of an answer, as the protocol links it. */
export interface FileLink {
  readonly uri: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}
