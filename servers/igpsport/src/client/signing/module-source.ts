import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CallScope, Failure, type Logger } from '@core/mcp-kit';
import { endpoint, type Http, path } from '@core/mcp-kit/http';

/** The builds whose behaviour was compared with the published vectors, by SHA-256. Facts about them: docs/api-notes.md. */
export const KNOWN_MODULES: readonly string[] = ['7b9d7936b75afc21d0cca11a3eddddea09ecdd782c6064dd1f65d6e674313bfb'];

export interface ModuleSourceOptions {
  /** The web app of the region. */
  readonly web: Http;
  readonly webUrl: string;
  /** Where a module is kept; it is fetched by each process without. */
  readonly folder: string | undefined;
  /** SHA-256 of modules that may run. */
  readonly accepted: readonly string[];
  readonly scope: () => CallScope;
  readonly log: Logger;
}

const getPage = endpoint<object>()({ method: 'GET', path: () => path``, response: 'text', maxBytes: 2_000_000 });
const getScript = endpoint<URL>()({ method: 'GET', path: (url) => url, response: 'text', maxBytes: 20_000_000 });
const getModule = endpoint<URL>()({ method: 'GET', path: (url) => url, response: 'bytes', maxBytes: 5_000_000 });

/**
 * The signing module's bytes, as a browser gets them: page, entry script, module. Nothing of it is shipped with this program;
 * it runs only when it is a build that is known, and is kept under its SHA-256.
 *
 * @throws Failure `blocked` for another build, `contract` when the web app no longer leads to a module
 */
export async function signingModule(options: ModuleSourceOptions): Promise<Uint8Array<ArrayBuffer>> {
  const kept = await fromFolder(options);
  if (kept !== undefined) return kept;
  const bytes = await fromWebApp(options);
  const hash = sha256(bytes);
  if (!options.accepted.includes(hash)) throw unknownBuild(hash, bytes);
  await keep(options, hash, bytes);
  return bytes;
}

async function fromFolder({
  folder,
  accepted,
  log,
}: ModuleSourceOptions): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (folder === undefined) return undefined;
  for (const hash of accepted) {
    const found = await readFile(join(folder, `${hash}.wasm`)).catch(() => undefined);
    if (found === undefined) continue;
    if (sha256(found) === hash) return new Uint8Array(found);
    log.log('warn', 'the kept signing module was changed on this disk: it is not run and is fetched again');
  }
  return undefined;
}

async function fromWebApp({ web, webUrl, scope, log }: ModuleSourceOptions): Promise<Uint8Array<ArrayBuffer>> {
  const http = web.scoped(scope());
  const page = await http.send(getPage, {});
  const script = inside(webUrl, /\/?assets\/js\/[\w.-]+\.js/.exec(page)?.[0], 'entry script');
  const module = inside(
    webUrl,
    /\/?assets\/[\w./-]+\.wasm/.exec(await http.send(getScript, script))?.[0],
    'signing module',
  );
  log.log('info', `fetching the signing module of the web app: ${module.pathname}`);
  return new Uint8Array(await http.send(getModule, module));
}

function inside(webUrl: string, found: string | undefined, what: string): URL {
  if (found !== undefined) return new URL(found.startsWith('/') ? found : `/${found}`, webUrl);
  throw new Failure('contract', `The web app of iGPSport no longer names its ${what}`, {
    next: 'tell the user that the service changed and to update this server',
  });
}

function unknownBuild(hash: string, bytes: Uint8Array): Failure {
  const wasm = bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d;
  const message = wasm
    ? `The signing module of iGPSport is a build that this version does not know, and was not run (SHA-256 ${hash})`
    : 'What iGPSport serves as its signing module is no WebAssembly, and was not run';
  return new Failure('blocked', message, {
    next: wasm
      ? 'tell the user to update this server, or to set IGPSPORT_SIGNING_MODULE_SHA256 to that hash after checking that it is what app.igpsport.cn serves'
      : 'tell the user: a proxy or a network login page may be in the way',
  });
}

/** Keeps the module for the next start. A disk that cannot be written only costs the download. */
async function keep({ folder, log }: ModuleSourceOptions, hash: string, bytes: Uint8Array): Promise<void> {
  if (folder === undefined) return;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const whole = join(folder, `${hash}.wasm`);
    const part = `${whole}.${process.pid}`;
    await writeFile(part, bytes, { mode: 0o600 });
    await rename(part, whole);
  } catch (error) {
    log.log('warn', 'the signing module could not be kept on this disk', { error });
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
