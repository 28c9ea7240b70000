import { displayPath, shellPath } from '../directories.ts';
import { SecretsError } from '../secrets-error.ts';
import { asEnvelope, type Envelope } from './envelope.ts';
import { type FileContext, readPrivateFile } from './private-file.ts';

const FORMAT = 'core-secrets';
const VERSION = 1;

/** The credentials of an app: the name of each (in clear) and its envelope, as it stands in the file. */
export interface CredentialDocument {
  profiles: Map<string, unknown>;
}

/** Texts that depend on the app, for errors. */
export interface FileGuide extends FileContext {
  /** The command that asks for the credentials again, such as `intervals-mcp auth login`. */
  loginCommand: string;
}

/**
 * The document in the file; an empty one when there is no file. Never changes the file.
 * @throws SecretsError `corrupt_file` (cut off, damaged), `foreign_file` (another format or version), and those of `readPrivateFile`.
 */
export async function readCredentialFile(path: string, guide: FileGuide): Promise<CredentialDocument> {
  const text = await readPrivateFile(path, guide);
  return text === undefined ? { profiles: new Map() } : parseDocument(text, path, guide);
}

/** The text of a document. */
export function formatDocument(document: CredentialDocument): string {
  return `${JSON.stringify({ format: FORMAT, v: VERSION, profiles: Object.fromEntries(document.profiles) }, null, 1)}\n`;
}

/** The envelope of a name, `undefined` when the document has none. @throws SecretsError `corrupt_file` when it is damaged. */
export function envelopeOf(
  document: CredentialDocument,
  name: string,
  path: string,
  guide: FileGuide,
): Envelope | undefined {
  const raw = document.profiles.get(name);
  if (raw === undefined) return undefined;
  const envelope = asEnvelope(raw);
  if (envelope === undefined) throw damagedEntry(name, path, guide);
  return envelope;
}

/** The error for an entry that does not open although its key is the right one. */
export function damagedEntry(name: string, path: string, guide: FileGuide): SecretsError {
  return new SecretsError(
    'corrupt_file',
    `The entry ${name} of ${displayPath(path, guide.home)} was altered or damaged.`,
    `Run: ${guide.loginCommand}, which writes it anew and leaves the other entries as they are.`,
  );
}

function parseDocument(text: string, path: string, guide: FileGuide): CredentialDocument {
  const shown = displayPath(path, guide.home);
  if (text.trim() === '') throw corrupt(shown, 'is empty', guide);
  const parsed = parsedJson(text);
  if (parsed === undefined) throw corrupt(shown, 'is cut off or damaged (it is not complete JSON)', guide);
  const fields = (typeof parsed === 'object' && parsed !== null ? parsed : {}) as Record<string, unknown>;
  if (fields.format !== FORMAT) throw foreign('was not written by this program', path, guide);
  if (fields.v !== VERSION)
    throw foreign(`has format version ${Number(fields.v)}; this program knows version ${VERSION}`, path, guide);
  if (typeof fields.profiles !== 'object' || fields.profiles === null || Array.isArray(fields.profiles)) {
    throw corrupt(shown, 'is damaged (it has no list of entries)', guide);
  }
  return { profiles: new Map(Object.entries(fields.profiles)) };
}

/** `undefined` when it is not JSON. The exception is dropped: its message quotes the text. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function corrupt(shown: string, what: string, guide: FileGuide): SecretsError {
  return new SecretsError(
    'corrupt_file',
    `${shown} ${what}.`,
    `Run: ${guide.loginCommand}, which keeps the damaged file aside and starts a new one.`,
  );
}

function foreign(what: string, path: string, guide: FileGuide): SecretsError {
  const from = shellPath(path, guide);
  const to = shellPath(`${path}.other`, guide);
  return new SecretsError(
    'foreign_file',
    `${displayPath(path, guide.home)} ${what}; it is left as it is.`,
    `Upgrade this program, or move the file away (mv ${from} ${to}) and run: ${guide.loginCommand}`,
  );
}
