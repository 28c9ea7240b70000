import { randomBytes } from 'node:crypto';
import type { Redactor } from '@core/secrets';
import { PreviewTokens } from '../confirm/preview-token.ts';
import type { Review } from '../confirm/review.ts';
import { createFiles, type Files, type FilesOptions } from '../files/files.ts';
import type { Logger } from '../log/logger.ts';
import type { Connection, Provider } from '../provider/provider.ts';
import { type SelectionOptions, select } from '../selection/select.ts';
import { type PreparedTool, prepare } from '../tool/prepare.ts';

export interface RuntimeOptions<Port, Settings> {
  readonly provider: Provider<Port, Settings>;
  readonly connection: Connection<Port>;
  readonly selection: SelectionOptions;
  readonly review: Review;
  readonly redactor: Redactor;
  readonly log: Logger;
  readonly now: () => Date;
  /** Folders for files and whether a client can fetch them; without it files are offered as resources only. */
  readonly files?: Partial<Omit<FilesOptions, 'id' | 'now'>>;
  /** Longest a call may take, in milliseconds. Default 60,000. */
  readonly deadlineMs?: number;
}

/** What a server process holds for one account: made once, used by every request and every connection. */
export interface Runtime<Port = unknown> {
  readonly provider: Provider<Port, never>;
  readonly connection: Connection<Port>;
  /** The selected tools by name, in the provider's order. */
  readonly tools: ReadonlyMap<string, PreparedTool<Port>>;
  readonly selection: SelectionOptions;
  readonly review: Review;
  readonly tokens: PreviewTokens;
  readonly redactor: Redactor;
  readonly log: Logger;
  readonly now: () => Date;
  readonly files: Files;
  readonly deadlineMs: number;
}

/**
 * Builds the state of one server process.
 *
 * @throws SelectionError when the selection names a toolset or tool that does not exist.
 */
export function createRuntime<Port, Settings>(options: RuntimeOptions<Port, Settings>): Runtime<Port> {
  const { provider, selection, now, deadlineMs = 60_000 } = options;
  const tools = select(provider, selection);
  return {
    provider: provider as Provider<Port, never>,
    connection: options.connection,
    tools: new Map(tools.map((tool) => [tool.name, prepare(tool)])),
    selection,
    review: options.review,
    tokens: new PreviewTokens(randomBytes(32), now),
    redactor: options.redactor,
    log: options.log,
    now,
    files: createFiles({
      id: provider.id,
      readFrom: undefined,
      saveTo: undefined,
      canOffer: true,
      option: '--files-dir',
      ...options.files,
      now,
    }),
    deadlineMs,
  };
}
