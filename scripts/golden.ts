import { readFileSync } from 'node:fs';
import { checkFile } from './golden/check.ts';

/**
 * Runs a file in the format of golden.json: `pnpm golden ../shared/data/golden.json`. Ends with `N passed, N failed` and
 * status 1 when anything failed; every mismatch is named above it.
 */
const file = process.argv[2];
if (file === undefined) {
  console.error('Name the file to run: pnpm golden ../shared/data/golden.json');
  process.exit(2);
}
let text: string;
try {
  text = readFileSync(file, 'utf8');
} catch (error) {
  console.error(`Cannot read ${file}: ${(error as Error).message}`);
  process.exit(2);
}
const tally = checkFile(file, text);
for (const line of tally.failures) console.log(line);
if (tally.skipped.length > 0) console.log(`skipped: ${tally.skipped.join('; ')}`);
console.log(`${tally.passed} passed, ${tally.failures.length} failed`);
process.exitCode = tally.failures.length > 0 ? 1 : 0;
