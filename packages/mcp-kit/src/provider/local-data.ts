/** What a server may keep on this machine. */
export interface LocalData {
  /** The folder of this server; it may not exist yet, and then nothing was kept. */
  readonly folder: string;
  /**
   * 32 random bytes, kept where credentials are and made when first asked for: the same ones ever after, for every process
   * of this user.
   *
   * @param name `COACH_KEY`; the server's prefix is put before it
   * @throws Failure `auth` when it can neither be read nor kept.
   */
  readonly key: (name: string) => Promise<Uint8Array>;
}
