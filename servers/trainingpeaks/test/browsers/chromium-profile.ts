import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

export interface PlantedCookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  /** Seconds since 1970; without it the cookie ends with the session. */
  readonly expires?: number;
}

export interface ChromiumRun {
  readonly program: string;
  readonly userData: string;
  readonly passwordStore: 'basic' | 'gnome-libsecret';
  readonly env?: Record<string, string>;
}

/** Starts a real Chromium on a new profile, plants cookies over its own debugging protocol, and ends it so that it writes them. */
export async function makeChromiumProfile(run: ChromiumRun, cookies: readonly PlantedCookie[]): Promise<void> {
  const child = spawn(
    run.program,
    [
      '--headless=new',
      '--no-sandbox',
      '--no-first-run',
      '--disable-gpu',
      '--disable-background-networking',
      '--remote-debugging-port=0',
      `--password-store=${run.passwordStore}`,
      `--user-data-dir=${run.userData}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...run.env } },
  );
  const ended = once(child, 'exit');
  try {
    const protocol = await connect(await debuggingAddress(child.stderr));
    const planted = cookies.map((cookie) => ({ ...cookie, path: '/', secure: true, httpOnly: true }));
    await protocol.send('Storage.setCookies', { cookies: planted });
    // Commits are batched; asking for them is what makes the store write before the end.
    await wait(500);
    protocol.post('Browser.close');
    await Promise.race([ended, wait(20_000, undefined, { ref: false })]);
  } finally {
    child.kill('SIGKILL');
  }
}

/** Said once on standard error; what follows there is drained, or the browser would wait for a reader. */
function debuggingAddress(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = '';
    output.on('data', (chunk) => {
      seen += String(chunk);
      const address = seen.match(/DevTools listening on (ws:\/\/\S+)/)?.[1];
      if (address !== undefined) resolve(address);
    });
    output.on('end', () => reject(new Error(`Chromium ended before it could be spoken to:\n${seen}`)));
  });
}

async function connect(address: string) {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const post = (method: string, params: object = {}): void => socket.send(JSON.stringify({ id: 1, method, params }));
  return {
    /** Without waiting: the browser may be gone before it answers. */
    post,
    send: async (method: string, params: object): Promise<void> => {
      const answered = once(socket, 'message', { signal: AbortSignal.timeout(10_000) });
      post(method, params);
      const [message] = (await answered) as [{ data: string }];
      const answer = JSON.parse(message.data) as { error?: { message: string } };
      if (answer.error !== undefined) throw new Error(`${method}: ${answer.error.message}`);
    },
  };
}
