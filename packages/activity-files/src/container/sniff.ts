/** What bytes are, by content; names and extensions are ignored. */
export type ContentKind = 'gzip' | 'zip' | 'fit' | 'tcx' | 'gpx' | 'unknown';

const dotFit = [0x2e, 0x46, 0x49, 0x54];

/** Recognises the container or format of a file by its first bytes. */
export function sniff(bytes: Uint8Array): ContentKind {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)) return 'zip';
  if (dotFit.every((byte, i) => bytes[8 + i] === byte)) return 'fit';
  return sniffXml(bytes.subarray(0, 16_384));
}

/**
 * The root element may follow a byte order mark, white space, a declaration, comments and a document type; a cut TCX file
 * may have lost it.
 */
function sniffXml(head: Uint8Array): ContentKind {
  const wide =
    head[0] === 0 || head[1] === 0 || (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const text = new TextDecoder('latin1').decode(wide ? head.filter((byte) => byte !== 0) : head);
  const root = /<(?:[\w.-]+:)?(gpx|TrainingCenterDatabase|Activities|Courses)[\s/>]/.exec(text)?.[1];
  if (root === undefined) return 'unknown';
  return root === 'gpx' ? 'gpx' : 'tcx';
}
