import { dayIn } from '../dates/day.ts';
import type { Resource } from '../provider/resource.ts';
import { cleanText } from '../respond/clean-text.ts';
import type { CallScope } from './call-context.ts';
import type { Runtime } from './runtime.ts';

/** Longest text of a resource, in characters. */
const resourceCap = 24_000;

/** The text of a resource for the account's owner: cleaned, redacted, capped; reading never writes. */
export async function readResource<Port>(
  runtime: Runtime<Port>,
  resource: Resource<Port>,
  holes: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<string> {
  const scope: CallScope = {
    signal: AbortSignal.any([signal, AbortSignal.timeout(runtime.deadlineMs)]),
    mayWrite: () => false,
  };
  const self = () => runtime.connection.athletes(scope).self();
  const text = await resource.read(
    {
      ...scope,
      port: runtime.connection.port(scope),
      athlete: self,
      self,
      today: async () => dayIn((await self()).timeZone, runtime.now()),
      now: runtime.now,
      files: runtime.files.forCall(undefined, []),
      progress: () => {},
      confirm: () => Promise.reject(new Error('A resource cannot write')),
    },
    holes,
  );
  return runtime.redactor.redactText(cleanText(text, resourceCap));
}
