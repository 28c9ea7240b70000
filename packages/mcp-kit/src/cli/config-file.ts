import { readFile } from 'node:fs/promises';
import { UsageError } from './usage-error.ts';

/**
 * The config file as an object; empty when there is none.
 *
 * @throws UsageError when it cannot be read or is not one JSON object.
 */
export async function readConfigFile(path: string): Promise<Readonly<Record<string, unknown>>> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return {};
    throw new UsageError(`${path} cannot be read (${code ?? 'unknown'})`, 'give your account the right to read it');
  }
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Falls through: not JSON at all is told like JSON that is no object.
  }
  throw new UsageError(`${path} is not a JSON object`, 'write it as {"toolsets": ["core"], "read-only": true}');
}
