import { Failure, type FailureKind } from '../failure/failure.ts';

/** The folder of a server's files, and the option that sets it. */
export interface FilesFolder {
  /** Absolute. */
  readonly path: string;
  /** As people read it: the home folder is `~`. */
  readonly shown: string;
  /** `--files-dir` or its variable, for messages. */
  readonly option: string;
}

const reasons: Readonly<Record<string, readonly [FailureKind, string, string]>> = {
  EACCES: ['blocked', 'this account may not use it', 'give the account the right to use it, or set another folder'],
  EPERM: ['blocked', 'this account may not use it', 'give the account the right to use it, or set another folder'],
  EROFS: ['blocked', 'it is read-only', 'set another folder'],
  ENOSPC: ['blocked', 'the disk is full', 'free some disk space'],
  EDQUOT: ['blocked', 'the disk quota is used up', 'free some disk space'],
  ENOTDIR: ['blocked', 'a part of its path is a file', 'set another folder'],
  EEXIST: ['blocked', 'a file has its name', 'set another folder'],
};

/** What the operating system refused, in our words; the folder and how to set it are named. */
export function folderFailure(doing: string, { shown, option }: FilesFolder, cause: unknown): Failure {
  const { code = 'unknown' } = cause as NodeJS.ErrnoException;
  const [kind, why, cure] = reasons[code] ?? ['internal', `the system says ${code}`, 'check the folder'];
  return new Failure(kind, `The server could not ${doing} in ${shown}: ${why}`, {
    next: `ask the user to ${cure} (${option})`,
    cause,
  });
}
