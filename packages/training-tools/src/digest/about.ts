/** What a digest is told with beside its athletes. */
export interface DigestAbout {
  readonly platform: string;
  readonly madeAt: Date;
}
