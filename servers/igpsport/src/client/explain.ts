import type { ErrorAnswer, Explanation } from '@core/mcp-kit/http';
import type { Region } from './regions.ts';
import { isSuccess, readEnvelope } from './wire/envelope.ts';

const missing = /not.?(found|exist)|no such|不存在|未找到|已删除/i;

/** Reads an error answer of the service into our own words. Its own are compared, never quoted. */
export function explain({ status, body, write }: ErrorAnswer): Explanation | undefined {
  if (status === 403 && body === undefined) return gate(write);
  const envelope = readEnvelope(body);
  if (envelope === undefined || isSuccess(envelope)) return undefined;
  if (missing.test(envelope.message)) {
    return {
      kind: 'not_found',
      message: 'iGPSport has nothing under that id',
      next: 'list the objects to get a current id, then call again',
    };
  }
  if (status !== 422) return undefined;
  return {
    kind: 'upstream',
    message: `iGPSport refused the request with its own code ${envelope.code}`,
    next: 'list the objects to check that the id is current and look at the values; do not send the same call again',
  };
}

function gate(write: boolean): Explanation {
  return {
    kind: 'blocked',
    message: 'A gate in front of iGPSport refused the request before it arrived',
    next: write ? 'nothing was written; try again in a few minutes' : 'try again in a few minutes',
  };
}

/** Reads a refused login. The wrong region looks the same as a wrong password. */
export function explainLogin({ name, id }: Region): (answer: ErrorAnswer) => Explanation | undefined {
  return ({ status, body, write }) => {
    const envelope = readEnvelope(body);
    if (status === 403 && envelope === undefined) return gate(write);
    if (envelope === undefined || status === 429 || status >= 500) return undefined;
    return {
      kind: 'auth',
      message: `${name} did not accept the user name and password`,
      next: `ask the user to run \`npx @scope/igpsport-mcp auth login\` and to check the region: it is \`${id}\`, and accounts of cn and intl are separate (IGPSPORT_REGION)`,
    };
  };
}

/** Reads a refusal of the file store. */
export function explainStorage({ status }: ErrorAnswer): Explanation | undefined {
  if (status !== 403) return undefined;
  return {
    kind: 'upstream',
    message: 'The file store of iGPSport refused the file: its address may have expired',
    next: 'send the same call once more',
  };
}
