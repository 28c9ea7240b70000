import { type StoredCookie, Unreadable, WANTED } from '../wanted.ts';

/** Safari counts seconds from 2001-01-01. */
const EPOCH_S = 978_307_200;
const LARGEST_COUNT = 100_000;

/**
 * The wanted cookies of a `Cookies.binarycookies`: a page table in big endian, then pages of cookies in little endian whose
 * texts end with a zero. Cookies of other names and domains are passed over.
 *
 * @throws Unreadable for a file of another form
 */
export function readBinaryCookies(file: Buffer): readonly StoredCookie[] {
  if (file.subarray(0, 4).toString('latin1') !== 'cook')
    throw new Unreadable('the cookie file has a form that is not known');
  try {
    const pages = file.readUInt32BE(4);
    let start = 8 + pages * 4;
    const found: StoredCookie[] = [];
    for (let page = 0; page < Math.min(pages, LARGEST_COUNT); page += 1) {
      const size = file.readUInt32BE(8 + page * 4);
      found.push(...readPage(file.subarray(start, start + size)));
      start += size;
    }
    return found;
  } catch (error) {
    throw new Unreadable('the cookie file is damaged', error);
  }
}

function readPage(page: Buffer): readonly StoredCookie[] {
  const count = Math.min(page.readUInt32LE(4), LARGEST_COUNT);
  const found: StoredCookie[] = [];
  for (let index = 0; index < count; index += 1) {
    const cookie = page.subarray(page.readUInt32LE(8 + index * 4));
    const host = textAt(cookie, cookie.readUInt32LE(16));
    const name = textAt(cookie, cookie.readUInt32LE(20));
    if (name !== WANTED.name || !WANTED.hosts.some((wanted) => wanted === host)) continue;
    const ends = cookie.readDoubleLE(40);
    found.push({
      value: textAt(cookie, cookie.readUInt32LE(28)),
      expires: ends > 0 ? new Date((ends + EPOCH_S) * 1000) : undefined,
    });
  }
  return found;
}

function textAt(cookie: Buffer, offset: number): string {
  const end = cookie.indexOf(0, offset);
  if (end < 0) throw new RangeError('a text without an end');
  return cookie.subarray(offset, end).toString('latin1');
}
