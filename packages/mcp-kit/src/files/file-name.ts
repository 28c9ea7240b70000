import { Failure } from '../failure/failure.ts';

/** Names that Windows gives to devices, with or without an extension. */
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const longestName = 120;

/**
 * The folders and the name of a path that somebody gave, when it stays below the folder it is read from.
 *
 * @param field the argument that holds it, for the refusal
 * @throws Failure `bad_input` for an absolute path, a drive, a network path, `..`, a hidden file, control characters, and
 * names that mean something else to an operating system
 */
export function partsOfName(name: string, field: string): readonly string[] {
  const parts = name.split(/[\\/]/);
  const fault = faultOf(name, parts);
  if (fault === undefined) return parts;
  throw new Failure('bad_input', `${field} ${fault}`, {
    next: `give ${field} as a plain name or a path below the files folder, such as "ride.fit" or "2026/ride.fit"`,
  });
}

function faultOf(name: string, parts: readonly string[]): string | undefined {
  if (name === '') return 'is empty';
  if (name.length > 1_000) return 'is longer than 1,000 characters';
  if (invisible.test(name)) return 'holds control or invisible characters';
  if (/^[a-z]:/i.test(name)) return 'names a drive';
  if (/^[\\/]{2}/.test(name)) return 'is a network path';
  if (/^[\\/]/.test(name)) return 'is an absolute path';
  if (name.startsWith('~')) return 'begins with ~';
  if (parts.includes('..')) return 'leaves the files folder with ".."';
  if (parts.includes('')) return 'has an empty part';
  if (parts.some((part) => part.startsWith('.'))) return 'names a hidden file or folder';
  if (name.includes(':')) return 'holds a colon';
  if (parts.some((part) => device.test(part))) return 'names a device of Windows';
  if (parts.some((part) => /[. ]$/.test(part))) return 'has a part that ends with a dot or a space';
  return undefined;
}

/**
 * A name that every file system takes, made from any text, such as the title of an activity: characters with a meaning
 * become `-`, invisible ones go, and what is too long is cut before its extension.
 */
export function safeName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[\\/:*?"<>|]/g, '-')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '');
  const { stem, extension } = splitName(plain);
  const cut = [...stem].slice(0, longestName - extension.length);
  // File systems count bytes: 255 of them, and a suffix must fit behind.
  while (Buffer.byteLength(cut.join('')) + extension.length > 200) cut.pop();
  const name = `${cut.join('').trimEnd() || 'file'}${extension}`;
  return device.test(name) ? `file-${name}` : name;
}

/** `{ stem: 'ride', extension: '.fit' }`; an extension has at most ten letters or digits. */
export function splitName(name: string): { readonly stem: string; readonly extension: string } {
  const extension = /(?:\.(?:tar|fit))?\.[a-z0-9]{1,10}$/i.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - extension.length), extension };
}
