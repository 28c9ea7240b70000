import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The libraries that we compare with, from where they are installed: the tests of @core/activity-files. */
export interface Peers {
  fitFileParser(bytes: Uint8Array): number;
  fastXmlParser(bytes: Uint8Array): number;
  saxes(bytes: Uint8Array): number;
}

interface Parser {
  parse(content: ArrayBuffer, done: (error: unknown, data?: { records?: unknown[] }) => void): void;
}
interface Sax {
  on(event: string, handle: (value: { name: string; attributes: Record<string, string> } & string) => void): void;
  write(text: string): Sax;
  close(): void;
}

export async function peers(root: string): Promise<Peers> {
  const require = createRequire(join(root, 'packages/activity-files/package.json'));
  const { default: FitParser } = (await import(pathToFileURL(require.resolve('fit-file-parser')).href)) as {
    default: new (options: object) => Parser | { default: new (options: object) => Parser };
  };
  const { XMLParser } = require('fast-xml-parser') as {
    XMLParser: new (options: object) => { parse(text: string): unknown };
  };
  const { SaxesParser } = require('saxes') as { SaxesParser: new (options: object) => Sax };
  const make = ((FitParser as unknown as { default?: unknown }).default ?? FitParser) as new (
    options: object,
  ) => Parser;
  return {
    fitFileParser(bytes) {
      let records = 0;
      new make({ force: true, mode: 'list', speedUnit: 'm/s', lengthUnit: 'm' }).parse(exact(bytes), (_, data) => {
        records = data?.records?.length ?? 0;
      });
      return records;
    },
    fastXmlParser(bytes) {
      const tree = new XMLParser({ ignoreAttributes: false, removeNSPrefix: true }).parse(
        new TextDecoder().decode(bytes),
      );
      return Object.keys(tree as object).length;
    },
    saxes: (bytes) => readPoints(new SaxesParser({ xmlns: false }), new TextDecoder().decode(bytes)),
  };
}

/** saxes as a reader would use it: numbers and times of each element, no model around them. */
function readPoints(parser: Sax, text: string): number {
  let last = '';
  let sum = 0;
  parser.on('opentag', ({ attributes }) => {
    last = '';
    if (attributes.lat !== undefined) sum += Number(attributes.lat) + Number(attributes.lon);
  });
  parser.on('text', (value) => {
    last = value;
  });
  parser.on('closetag', ({ name }) => {
    if (last === '') return;
    const local = name.slice(name.indexOf(':') + 1);
    const value = local === 'time' || local === 'Time' ? Date.parse(last) : Number(last);
    if (!Number.isNaN(value)) sum += value;
    last = '';
  });
  parser.on('error', () => {});
  parser.write(text).close();
  return sum;
}

function exact(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
