/** The athlete that the file assumes. */
export interface Constants {
  readonly FTP: number;
  readonly CP: number;
  readonly W_prime: number;
  readonly LTHR: number;
  readonly HRmax: number;
  readonly HRrest: number;
  readonly VT1: number;
  readonly VT2: number;
}

/** Plain parsed JSON of a golden file. */
// biome-ignore lint/suspicious/noExplicitAny: the file is read by shape; compare.ts checks every leaf of it
export type Golden = any;
