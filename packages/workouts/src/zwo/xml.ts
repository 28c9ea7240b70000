const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '',
  '\t': ' ',
};

/** A text as it may stand in an attribute or an element; a line break becomes a reference, a tab a blank. */
export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"'\n\r\t]/g, (character) => ESCAPES[character] ?? '');
}

/** `<name a="1"/>`, or with children. Attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children: readonly string[] = [],
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  if (children.length === 0) return `<${name}${written}/>`;
  return `<${name}${written}>\n${children.map((child) => indent(child)).join('\n')}\n</${name}>`;
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const MAX_ELEMENTS = 20_000;
const MAX_CHARACTERS = 2_000_000;

/**
 * Elements of a small XML document; no namespaces, no entities but the five and numbers, no DTD. Unclosed elements end
 * with their parent. One pass: what is never closed ends the reading.
 * @throws {TypeError} without a root element, above 20,000 elements or 2 million characters
 */
export function readXml(source: string): XmlElement {
  if (source.length > MAX_CHARACTERS) throw new TypeError('the file is larger than 2 MB');
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open: XmlElement[] = [root];
  let count = 0;
  for (const part of parts(source)) {
    const top = open.at(-1) ?? root;
    if (part.kind === 'text') {
      top.text += unescapeXml(part.text);
      continue;
    }
    const tag = /^(\/?)([A-Za-z_][\w.-]*)/.exec(part.text);
    if (tag === null) continue;
    const name = tag[2] ?? '';
    if (tag[1] === '/') {
      closeElement(open, name);
      continue;
    }
    if (++count > MAX_ELEMENTS) throw new TypeError('the file has more than 20,000 elements');
    const child: XmlElement = {
      name,
      attributes: readAttributes(part.text.slice(name.length)),
      children: [],
      text: '',
    };
    top.children.push(child);
    if (!part.text.endsWith('/')) open.push(child);
  }
  const first = root.children[0];
  if (first === undefined) throw new TypeError('the file holds no XML element');
  return first;
}

interface Part {
  readonly kind: 'tag' | 'text';
  readonly text: string;
}

function* parts(source: string): Generator<Part> {
  let at = 0;
  while (at < source.length) {
    const start = source.indexOf('<', at);
    if (start === -1) break;
    if (start > at) yield { kind: 'text', text: source.slice(at, start) };
    const comment = source.startsWith('<!--', start);
    const end = comment ? source.indexOf('-->', start) : tagEnd(source, start);
    if (end === -1) break;
    if (!comment) yield { kind: 'tag', text: source.slice(start + 1, end) };
    at = end + (comment ? 3 : 1);
  }
}

/** The `>` that closes a tag: not one inside quotes. */
function tagEnd(source: string, start: number): number {
  let quote = '';
  for (let at = start; at < source.length; at++) {
    const character = source[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  return -1;
}

function closeElement(open: XmlElement[], name: string): void {
  const at = open.findLastIndex((element) => element.name === name);
  if (at > 0) open.length = at;
}

function readAttributes(text: string): Record<string, string> {
  // No prototype: names come from the file.
  const attributes: Record<string, string> = Object.create(null);
  for (const [, name = '', double, single] of text.matchAll(/([A-Za-z_][\w.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes[name] = unescapeXml(double ?? single ?? '');
  }
  return attributes;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? all;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
