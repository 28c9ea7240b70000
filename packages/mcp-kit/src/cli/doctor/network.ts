import { isFailure } from '../../failure/failure.ts';
import { clockOffset } from '../clock-offset.ts';
import type { CommandContext } from '../command.ts';
import { checkLogin } from '../login.ts';
import { forPeople } from '../terminal/next-step.ts';
import type { Finding } from './finding.ts';

const largestOffset = 120;

/** A clock that is far off breaks "today" and the expiry of logins. */
export async function checkClock({ provider, host }: CommandContext): Promise<Finding> {
  const seconds = await clockOffset(provider.websiteUrl, host);
  if (seconds === undefined)
    return { about: 'clock', state: 'note', says: `could not be compared: ${provider.websiteUrl} did not answer` };
  const off = Math.abs(seconds);
  if (off <= largestOffset)
    return { about: 'clock', state: 'good', says: `within ${Math.max(1, Math.round(off))} s of ${provider.platform}` };
  const minutes = Math.round(off / 60);
  return {
    about: 'clock',
    state: 'bad',
    says: `${minutes} min ${seconds > 0 ? 'ahead of' : 'behind'} ${provider.platform}`,
    next: 'set the clock of this machine',
  };
}

/** One real call; what stands between this machine and the service is told apart from what the service says. */
export async function checkService(context: CommandContext): Promise<Finding[]> {
  const started = performance.now();
  try {
    const { athleteName, athleteId, facts } = await checkLogin(context);
    const ms = Math.round(performance.now() - started);
    return [
      { about: 'login', state: 'good', says: `accepted as ${athleteName} (${athleteId}), ${ms} ms` },
      ...facts.map((says): Finding => ({ about: '', state: 'good', says })),
    ];
  } catch (error) {
    if (!isFailure(error)) throw error;
    const between = isOnTheWay(error.kind) ? obstacle(context, codesOf(error)) : undefined;
    return [
      { about: 'login', state: 'bad', says: error.message, next: forPeople(context.say(error.next)), ...between },
    ];
  }
}

function isOnTheWay(kind: string): boolean {
  return kind === 'network' || kind === 'timeout' || kind === 'ambiguous_write';
}

/** Error codes of a failure and of everything that caused it. */
function codesOf(error: unknown): readonly string[] {
  const codes: string[] = [];
  for (let at = error; at instanceof Error && codes.length < 10; at = at.cause) {
    const { code } = at as NodeJS.ErrnoException;
    if (typeof code === 'string') codes.push(code);
  }
  return codes;
}

const untrusted =
  /^(UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|CERT_.*)$/;

/** What stands in the way, when the codes or the environment tell; otherwise the failure speaks for itself. */
function obstacle(
  { host, provider }: CommandContext,
  codes: readonly string[],
): Omit<Finding, 'about' | 'state'> | undefined {
  if (codes.some((code) => untrusted.test(code))) {
    return {
      says: `something between this machine and ${provider.platform} shows a certificate of its own: a company's network, or a virus scanner`,
      next: 'set NODE_EXTRA_CA_CERTS to the PEM file with its certificate, in the client as well',
    };
  }
  const proxy = ['HTTPS_PROXY', 'https_proxy'].find((name) => (host.env[name] ?? '') !== '');
  if (proxy !== undefined && !usesProxy(host.env)) {
    return {
      says: `${proxy} is set, but Node does not use it by itself`,
      next: 'set NODE_USE_ENV_PROXY=1 as well, with Node 24 or later, in the client too',
    };
  }
  if (codes.some((code) => ['ENOTFOUND', 'EAI_AGAIN'].includes(code))) {
    return {
      says: `the address of ${provider.platform} was not found: there is no network, or its name is blocked`,
      next: `open ${provider.websiteUrl} in a browser on this machine; when that works, allow Node through the firewall`,
    };
  }
  return undefined;
}

function usesProxy(env: Readonly<Record<string, string | undefined>>): boolean {
  return env.NODE_USE_ENV_PROXY === '1' || /--use-env-proxy/.test(env.NODE_OPTIONS ?? '');
}
