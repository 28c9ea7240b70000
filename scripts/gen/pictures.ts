import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Provider } from '@core/mcp-kit';
import { type CliHost, processHost, runCli } from '@core/mcp-kit/cli';
import type { Emitter } from './emit.ts';

/** What a terminal shows, as the README shows it: the real program against the emulator on its frozen day. */
const shown = [
  { name: 'today', tool: 'icu_get_today', args: '{}' },
  { name: 'plan-and-done', tool: 'icu_compare_planned_actual', args: '{"activity_id":"i89000582"}' },
  { name: 'who-needs-me', tool: 'icu_triage_roster', args: '{}' },
] as const;

/** Columns of the terminal in the picture. */
const COLUMNS = 175;
/** Lines that a picture has at most; what follows is said. */
const LINES = 34;

interface Emulated {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
  readonly credentials: Readonly<Record<string, string>>;
}

/** `docs/pictures/*.svg`: real answers, drawn as text, so that a change of an answer changes the picture in review. */
export async function generatePictures(root: string, emitter: Emitter): Promise<void> {
  const server = join(root, 'servers/intervals');
  if (!existsSync(join(server, 'sandbox/platform.ts'))) return;
  const { provider } = (await import(join(server, 'src/provider.ts'))) as { provider: Provider<never, never> };
  const { sandboxPlatform } = (await import(join(server, 'sandbox/platform.ts'))) as {
    sandboxPlatform: () => Emulated;
  };
  for (const { name, tool, args } of shown) {
    const answer = await inTerminal(provider, sandboxPlatform(), ['call', tool, args]);
    const typed = `$ npx @scope/intervals-mcp call ${tool} '${args}'`;
    emitter.file(join(root, `docs/pictures/${name}.svg`), picture([typed, '', ...answer]));
  }
}

/** Lines that a command prints. @throws Error with what it said when it fails. */
async function inTerminal(
  provider: Provider<never, never>,
  { fetch, now, credentials }: Emulated,
  argv: readonly string[],
): Promise<string[]> {
  const [stdout, stderr] = [sink(), sink()];
  let exit = 0;
  const host: CliHost = {
    ...processHost(),
    argv,
    env: { INTERVALS_API_KEY: credentials.api_key, TRAINING_MCP_NO_KEYCHAIN: '1' },
    stdout: stdout.stream,
    stderr: stderr.stream,
    fetch,
    now,
    onCrash: () => {},
    exit: (code) => {
      exit = code;
    },
  };
  await runCli(provider as never, host);
  if (exit !== 0) throw new Error(`${argv.join(' ')} failed: ${stderr.text()}`);
  return stdout.text().trimEnd().split('\n');
}

function sink() {
  const stream = Object.assign(new PassThrough(), { columns: COLUMNS });
  const chunks: string[] = [];
  stream.on('data', (chunk) => chunks.push(String(chunk)));
  return { stream, text: () => chunks.join('') };
}

const CHARACTER = 7.8;
const LINE = 18;
const MARGIN = 16;

function picture(lines: readonly string[]): string {
  const cut = lines.slice(0, LINES);
  if (cut.length < lines.length) cut.push(`… ${lines.length - cut.length} more lines`);
  const width = Math.round(Math.max(...cut.map((line) => line.length)) * CHARACTER + 2 * MARGIN);
  const height = cut.length * LINE + 2 * MARGIN;
  const text = cut.map((line, i) => {
    const fill = i === 0 ? '#7ee787' : '#e6edf3';
    return `<text x="${MARGIN}" y="${MARGIN + 13 + i * LINE}" fill="${fill}">${escaped(line)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="13">
<title>${escaped(`What ${cut[0]?.slice(2)} prints`)}</title>
<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>
${text.join('\n')}
</svg>
`;
}

/** Blanks that hold: viewers differ in what they make of several in a row. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(' ', '\u00a0');
}
