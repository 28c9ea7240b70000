import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createEmitter } from './gen/emit.ts';
import { metricsPage, undocumented } from './metrics-docs/page.ts';
import { readTopics } from './metrics-docs/read.ts';
import { topicsOf } from './metrics-docs/topics.ts';

/**
 * Writes `docs/metrics.md` from the doc comments of `@core/metrics`. With `--check` it writes nothing and exits 1 when the
 * page is stale. Exits 1 in both modes when a public function has no doc comment.
 */
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, root: { type: 'string' } } });
const root = resolve(values.root ?? join(import.meta.dirname, '..'));
const topics = readTopics(topicsOf(root));
const missing = undocumented(topics);
for (const name of missing) console.error(`no doc comment: ${name}`);
const emitter = createEmitter(root, values.check);
emitter.file(join(root, 'docs/metrics.md'), metricsPage(topics));
for (const file of emitter.changed) console.log(`${values.check ? 'stale' : 'wrote'} ${file}`);
if (emitter.changed.length === 0) console.log('docs/metrics.md is up to date');
process.exitCode = missing.length > 0 || (values.check && emitter.changed.length > 0) ? 1 : 0;
