import { resolve } from 'node:path';
import { dayIn } from '@core/mcp-kit';
import { serveEmulator } from '@core/sandbox/http';
import { createIntervalsSandbox } from '../../servers/intervals/sandbox/index.ts';
import { createChecks } from './checks.ts';
import { painter, table } from './drawing.ts';
import { questions } from './questions/index.ts';
import { openSession } from './session.ts';

/** `pnpm demo`: the built server against the sandbox over real HTTP and stdio; exits 1 when a number is off. */

const root = resolve(import.meta.dirname, '../..');
const paint = painter(process.stdout.isTTY === true && process.env.NO_COLOR === undefined);

const sandbox = createIntervalsSandbox({ now: new Date(), running: true });
const today = dayIn(sandbox.athlete.profile.timeZone, sandbox.clock.now());
const front = await serveEmulator(sandbox.emulator);
const session = await openSession({
  root,
  baseUrl: `${front.url}/api/v1`,
  apiKey: sandbox.apiKey,
  flags: ['--allow-delete', 'future'],
});
const checks = createChecks();

console.log(paint('intervals-mcp against a simulated athlete', 'bold'));
console.log(
  `${session.toolCount} tools listed, ready in ${session.startMs.toFixed(0)} ms; ${sandbox.athlete.sessions.length} activities in two years; today is ${today}`,
);

let broken: unknown;
try {
  for (const question of questions) {
    const calls = session.costs.length;
    console.log(`\n${paint('▌', 'cyan')} ${paint(question.asked, 'bold')}\n`);
    console.log(indented(await question.answer({ call: session.call, sandbox, today, checks, paint })));
    const costs = session.costs.slice(calls);
    const calledBriefly = costs.map(
      ({ tool, milliseconds, bytes }) => `${tool} ${milliseconds.toFixed(0)} ms ${(bytes / 1024).toFixed(1)} KB`,
    );
    console.log(paint(`\n  ${calledBriefly.join(' · ')}`, 'dim'));
  }
} catch (error) {
  broken = error;
}

const wrong = checks.all.filter(({ ok }) => !ok);
console.log(`\n${paint('▌', 'cyan')} ${paint('Checked against what the simulator knows', 'bold')}\n`);
if (wrong.length > 0)
  console.log(
    `${indented(
      table(
        ['wrong', 'answer', 'truth'],
        wrong.map(({ what, got, truth }) => [what, String(got), String(truth)]),
      ),
    )}\n`,
  );
console.log(
  `  ${paint(`${checks.all.length - wrong.length} of ${checks.all.length} numbers are right`, wrong.length === 0 ? 'green' : 'red')}`,
);

await session.close();
await front.close();
if (broken !== undefined) console.error(broken instanceof Error ? broken.message : broken);
process.exit(broken === undefined && wrong.length === 0 ? 0 : 1);

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
}
