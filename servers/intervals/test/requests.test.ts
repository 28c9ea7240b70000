import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { connect } from '@core/mcp-kit/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { rememberPeople } from '../sandbox/index.ts';
import { sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

/** Declared as required by the document and left out by every live client. */
const optionalInTruth = new Set(['f1', 'f2', 'f3', 'upsertOnUid', 'updatePlanApplied']);

const shared = process.env.SHARED_DIR ?? fileURLToPath(new URL('../../../../shared', import.meta.url));
const file = `${shared}/data/intervals-openapi.json`;
const there = existsSync(file);

describe.skipIf(!there)(
  `requests against the published document${there ? '' : ` (skipped: ${file} is not there)`}`,
  () => {
    const document = there ? (JSON.parse(readFileSync(file, 'utf8')) as Document) : undefined;
    const sent: Sent[] = [];

    /** Every example of every tool; a write on a platform of its own: what one deletes another still needs. */
    beforeAll(async () => {
      const people = rememberPeople();
      const forReads = sandboxPlatform({ people });
      for (const tool of provider.tools) {
        const { name, examples, effect } = tool;
        // A server of this tool alone: the schemas of all others would be built for every example.
        const alone = { ...provider, tools: [tool], defaultToolsets: [tool.toolset], apartToolsets: [] };
        for (const example of examples) {
          const platform = effect === 'read' ? forReads : sandboxPlatform({ people });
          const fetch: typeof globalThis.fetch = async (input, init) => {
            const request = new Request(input, init);
            const text = isJson(request) ? await request.clone().text() : '';
            const body = text === '' ? undefined : JSON.parse(text);
            sent.push({ method: request.method, url: new URL(request.url), body });
            return platform.fetch(request);
          };
          const server = connect(alone, { ...platform, fetch }, { review: 'off' });
          const { structured, failure } = await server.call(name, example);
          const token = structured.preview_token;
          const committed =
            token === undefined ? undefined : await server.call(name, { ...example, preview_token: token });
          const failed = failure ?? committed?.failure;
          if (failed) throw new Error(`${name}: ${failed.toText()}`);
        }
      }
    }, 300_000);

    it('reaches only operations that exist, by a declared verb', () => {
      expect(sent.length).toBeGreaterThan(30);
      expect(
        sent
          .filter((each) => operationOf(document!, each) === undefined)
          .map(({ method, url }) => `${method} ${url.pathname}`),
      ).toEqual([]);
    });

    it('reaches every operation of the document, or says in docs/api-notes.md why no tool does', () => {
      const reached = new Set(sent.map((each) => nameOf(document!, each)));
      const notes = readFileSync(new URL('../docs/api-notes.md', import.meta.url), 'utf8');
      const named = Object.entries(document!.paths).flatMap(([path, operations]) =>
        Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
      );
      expect(named).toHaveLength(147);
      const listed = named.filter((name) => notes.includes(`| \`${name}\` |`));
      expect(named.filter((name) => !reached.has(name) && !listed.includes(name))).toEqual([]);
      expect(listed.filter((name) => reached.has(name))).toEqual([]);
    });

    it('sends no query parameter that is not declared, and every one that is required', () => {
      const wrong = sent.flatMap((each) => {
        const declared = (operationOf(document!, each)?.parameters ?? []).filter(
          (parameter) => parameter.in === 'query',
        );
        const names = declared.map(({ name }) => name);
        const unknown = [...each.url.searchParams.keys()].filter((name) => !names.includes(name));
        const missing = declared.filter(
          ({ name, required }) => required === true && !optionalInTruth.has(name) && !each.url.searchParams.has(name),
        );
        return [
          ...unknown.map((name) => `${each.url.pathname} sends ${name}`),
          ...missing.map(({ name }) => `${each.url.pathname} lacks ${name}`),
        ];
      });
      expect(wrong).toEqual([]);
    });

    it('sends no key in a body that its schema does not have', () => {
      const writes = sent.filter(({ body }) => body !== undefined);
      expect(writes.length).toBeGreaterThan(4);
      const wrong = writes.flatMap((each) => {
        const content = Object.values(operationOf(document!, each)?.requestBody?.content ?? {})[0];
        const known = keysOf(document!, content?.schema);
        const objects = Array.isArray(each.body) ? each.body : [each.body];
        const sentKeys = objects.flatMap((object) => Object.keys(object as object));
        // A code that begins with a capital is a field of the athlete's own, which no document can know.
        return sentKeys.filter((key) => !known.has(key) && !/^[A-Z]/.test(key));
      });
      expect(wrong).toEqual([]);
    });
  },
);

/** Files go as multipart: their one part is the binary that every such operation declares. */
function isJson({ headers }: Request): boolean {
  return !(headers.get('content-type') ?? '').startsWith('multipart/');
}

/** The operation behind a request; a suffix such as `.json` belongs to the `{ext}` or `{format}` of the last segment. */
function operationOf(document: Document, each: Sent): Operation | undefined {
  const path = templateOf(document, each);
  return path === undefined ? undefined : document.paths[path]?.[each.method.toLowerCase()];
}

/** An operation by its name in the document: `GET /activity/{id}`. */
function nameOf(document: Document, each: Sent): string {
  return `${each.method} ${(templateOf(document, each) ?? '').replace('/api/v1', '')}`;
}

/** The most literal path wins: `/activities/search` is no list of ids. */
function templateOf({ paths }: Document, { method, url }: Sent): string | undefined {
  const holes = (template: string) => template.split('{').length;
  const templates = Object.keys(paths).toSorted((a, b) => holes(a) - holes(b));
  return templates.find((template) => {
    const pattern = template
      .split(/(\{[^}]+\})/)
      .map((part) =>
        /^\{(ext|format)\}$/.test(part) ? '(\\.\\w+)?' : part.startsWith('{') ? '[^/]+' : part.replaceAll('.', '\\.'),
      )
      .join('');
    return paths[template]?.[method.toLowerCase()] !== undefined && new RegExp(`^${pattern}$`).test(url.pathname);
  });
}

function keysOf(document: Document, schema: Schema | undefined): Set<string> {
  if (schema === undefined) return new Set();
  const name = schema.$ref?.split('/').at(-1);
  if (name !== undefined) return keysOf(document, document.components.schemas[name]);
  const inherited = (schema.allOf ?? []).flatMap((each) => [...keysOf(document, each)]);
  return new Set([...inherited, ...keysOf(document, schema.items), ...Object.keys(schema.properties ?? {})]);
}
