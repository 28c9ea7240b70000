import { UsageError } from './usage-error.ts';

/** The oldest Node that the servers run on; `engines` of every package says the same. */
export const oldestNode = '22.13';

/** Whether this Node (`24.1.0`) has what the servers use. */
export function nodeWillDo(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * `npx` only warns of an old Node. What is missing in it would then fail somewhere inside a call, as something else.
 *
 * @throws UsageError when this Node is too old.
 */
export function refuseOldNode(version: string, bin: string): void {
  if (!nodeWillDo(version))
    throw new UsageError(`${bin} cannot run on Node ${version}`, `install Node ${oldestNode} or later`);
}
