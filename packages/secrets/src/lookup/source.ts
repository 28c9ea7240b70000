import type { Secret } from '../secret.ts';

/** Where a credential can come from, in the order in which they are asked. */
export const SOURCE_KINDS = ['explicit', 'env', 'env_file', 'env_command', 'keychain', 'file'] as const;

export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Where a credential came from. `where` is made for people and never holds a value. */
export interface Source {
  kind: SourceKind;
  where: string;
}

/** A credential that was found. `expiresAt` is there when the source said so. */
export interface FoundCredential {
  secret: Secret;
  source: Source;
  expiresAt?: Date;
}
