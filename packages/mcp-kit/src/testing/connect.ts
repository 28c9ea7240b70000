import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { createRedactor, type Redactor, Secret } from '@core/secrets';
import type { Review } from '../confirm/review.ts';
import { Failure } from '../failure/failure.ts';
import type { FilesFolder } from '../files/folder-failure.ts';
import type { Logger } from '../log/logger.ts';
import type { LocalData } from '../provider/local-data.ts';
import type { LoginDesk, Provider } from '../provider/provider.ts';
import { defaultSelection, type SelectionOptions } from '../selection/select.ts';
import { type CallRequest, dispatch, type Outcome } from '../server/dispatch.ts';
import { createRuntime, type Runtime } from '../server/runtime.ts';

/** The stand-in for a platform: an emulator's `fetch`, what it accepts, and its clock. */
export interface TestPlatform {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
  readonly credentials: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What tools about the login see; absent as in the demo. */
  readonly login?: LoginDesk;
  /** Files that the user has put into the files folder, by name. Without it there is no folder to read from. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

export interface ConnectTestOptions {
  readonly selection?: Partial<SelectionOptions>;
  readonly review?: Review;
  readonly deadlineMs?: number;
  readonly log?: Logger;
  /** Absolute path of a folder that files are read from and saved to; otherwise saved files are offered as resources. */
  readonly filesDir?: string;
  /** What the provider may keep on this machine; nothing unless given. */
  readonly local?: LocalData;
}

/** What a call gave, flattened for assertions. */
export interface TestAnswer {
  readonly outcome: Outcome;
  /** Structured content; empty for a failure or a question. */
  readonly structured: Record<string, unknown>;
  /** What the model reads. */
  readonly text: string;
  readonly failure: Failure | undefined;
}

/** One request that the provider sent to the platform. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
}

/** A provider in this process, called through the real dispatcher. */
export interface TestServer<Port> {
  /** Every request that reached the platform, in order. */
  readonly requests: readonly SentRequest[];
  readonly runtime: Runtime<Port>;
  readonly redactor: Redactor;
  /** Everything that was logged, redacted, one line an entry. */
  readonly logged: readonly string[];
  readonly call: (tool: string, args?: unknown, request?: Partial<CallRequest>) => Promise<TestAnswer>;
}

/** Connects a provider to a stand-in platform. Every tool is selected, deletes included, unless `selection` says otherwise. */
export function connect<Port, Settings>(
  provider: Provider<Port, Settings>,
  platform: TestPlatform,
  options: ConnectTestOptions = {},
): TestServer<Port> {
  const redactor = createRedactor({ allow: ['preview_token'] });
  const logged: string[] = [];
  const log: Logger = options.log ?? {
    log: (level, message, fields) => logged.push(redactor.redactText(`${level} ${message} ${describe(fields)}`)),
  };
  for (const value of Object.values(platform.credentials)) if (value !== '') redactor.register(value);
  const requests: SentRequest[] = [];
  const recordingFetch: typeof globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    requests.push({ method: request.method, url: request.url });
    return platform.fetch(request);
  };
  const connection = provider.connect({
    settings: (platform.settings ?? {}) as Settings,
    credential: async (name) => credential(provider.platform, provider.packageName, platform, name),
    conceal: (secret) => redactor.register(secret),
    log,
    now: platform.now,
    fetch: recordingFetch,
    ...(options.local !== undefined && { local: options.local }),
    ...(platform.login === undefined ? {} : { login: platform.login }),
  });
  const runtime = createRuntime<Port, Settings>({
    provider,
    connection,
    selection: {
      ...defaultSelection,
      toolsets: ['all', ...(provider.apartToolsets ?? [])],
      allowDelete: 'all',
      ...options.selection,
    },
    review: options.review ?? 'visible',
    redactor,
    log,
    now: platform.now,
    files: testFiles(platform, options),
    ...(options.deadlineMs !== undefined && { deadlineMs: options.deadlineMs }),
  });
  return {
    requests,
    runtime,
    redactor,
    logged,
    call: async (tool, args = {}, request = {}) => {
      const outcome = await dispatch(runtime, tool, args, {
        signal: new AbortController().signal,
        canAsk: false,
        ...request,
      });
      return flatten(outcome);
    },
  };
}

function testFiles({ files }: TestPlatform, { filesDir }: ConnectTestOptions) {
  const folder = (path: string): FilesFolder => ({ path, shown: path, option: '--files-dir' });
  if (filesDir !== undefined) return { readFrom: folder(filesDir), saveTo: folder(filesDir) };
  if (files === undefined) return {};
  // Written when a tool reads one: most tests never do.
  let path: string | undefined;
  const written = () => {
    path ??= folderWith(files);
    return path;
  };
  const readFrom: FilesFolder = {
    get path() {
      return written();
    },
    get shown() {
      return written();
    },
    option: '--files-dir',
  };
  return { readFrom };
}

/** One folder for each set of files, written again when it exists: tests of a machine share it and none removes it. */
function folderWith(files: Readonly<Record<string, Uint8Array>>): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of Object.entries(files)) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  const path = join(tmpdir(), `mcp-kit-files-${userInfo().username}-${hash.digest('hex').slice(0, 16)}`);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  for (const [name, bytes] of Object.entries(files)) {
    if (!existsSync(join(path, name))) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, `${name}.${process.pid}`), bytes);
      renameSync(join(path, `${name}.${process.pid}`), join(path, name));
    }
  }
  return path;
}

function credential(title: string, packageName: string, { credentials }: TestPlatform, name: string): Secret {
  const value = credentials[name];
  if (value !== undefined && value !== '') return new Secret(value);
  throw new Failure('auth', `No ${name} is set for ${title}`, {
    next: `run \`npx ${packageName} setup\``,
  });
}

function flatten(outcome: Outcome): TestAnswer {
  switch (outcome.kind) {
    case 'answer':
      return { outcome, structured: outcome.structured, text: outcome.text, failure: undefined };
    case 'failure':
      return { outcome, structured: {}, text: outcome.failure.toText(), failure: outcome.failure };
    case 'ask':
      return { outcome, structured: {}, text: outcome.change.summary, failure: undefined };
  }
}

function describe(fields: Readonly<Record<string, unknown>> | undefined): string {
  return JSON.stringify(fields ?? {}, (_key, value: unknown) =>
    value instanceof Error ? `${value.name}: ${value.message}` : value,
  );
}
