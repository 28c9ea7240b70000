/** What the live service was seen to do, or may do: each can be switched while it runs. */
export interface Quirks {
  /** China: whether signatures are ignored, checked when sent, or demanded. */
  signing: 'off' | 'optional' | 'required';
  /** The answer to a wrong or missing signature; the real one is not known. */
  signatureRefusal: { readonly status: number; readonly code: number; readonly message: string };
  /** How the list writes a day. */
  dates: 'dotted' | 'dotted-time' | 'dashed-time';
  /** Past the last page the last one comes again, instead of no rows. */
  lastPageRepeats: boolean;
  /** Rows without day, speed and climb. */
  sparseRows: boolean;
  /** `data` of the list. */
  listShape: 'rows' | 'list' | 'array' | 'null';
  /** The list does not look at `beginTime` and `endTime`. */
  ignoresDates: boolean;
  /** Status of a refused password. */
  passwordRefusal: 403 | 200;
  /** `data` of getDownloadUrl. */
  fileUrl: 'text' | 'object' | 'empty';
  /** The detail names the file too. */
  detailFileUrl: boolean;
  /** Thresholds and zones one object deeper. */
  trainingWrapped: boolean;
  /** The international service takes files. Seen in China only. */
  intlUploads: boolean;
  /** A `500` for every so many-th signed request: 0 for none. */
  failsEverySigned: number;
}

export const STARTING_QUIRKS: Readonly<Quirks> = {
  signing: 'optional',
  signatureRefusal: { status: 401, code: 40_101, message: 'invalid signature' },
  dates: 'dotted',
  lastPageRepeats: false,
  sparseRows: false,
  listShape: 'rows',
  ignoresDates: false,
  passwordRefusal: 403,
  fileUrl: 'text',
  detailFileUrl: false,
  trainingWrapped: false,
  intlUploads: false,
  failsEverySigned: 0,
};
