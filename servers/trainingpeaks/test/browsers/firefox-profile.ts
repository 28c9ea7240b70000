import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface FirefoxRun {
  readonly program: string;
  readonly profile: string;
  readonly home: string;
}

/**
 * Starts a real Firefox on a new profile and lets it visit pages whose answers set cookies. Every host is answered by a
 * proxy of this process: nothing leaves the machine.
 */
export async function makeFirefoxProfile(run: FirefoxRun, pages: Readonly<Record<string, string[]>>): Promise<void> {
  const server = createServer((request, response) => {
    const host = URL.canParse(request.url ?? '') ? new URL(request.url ?? '').hostname : '';
    response.setHeader('content-type', 'text/html');
    response.setHeader('set-cookie', pages[host] ?? []);
    const images = Object.keys(pages).map((name) => `<img src="http://${name}/x.png">`);
    response.end(`<p>${host}</p>${images.join('')}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  await mkdir(run.profile, { recursive: true });
  await writeFile(join(run.profile, 'user.js'), preferences((server.address() as AddressInfo).port));
  const [first] = Object.keys(pages);
  const child = spawn(
    run.program,
    // A screenshot is the one thing that Firefox does and then ends by itself, writing its cookies.
    [
      '--headless',
      '--no-remote',
      '--profile',
      run.profile,
      '--screenshot',
      join(run.home, 'page.png'),
      `http://${first}/`,
    ],
    { stdio: 'ignore', env: { ...process.env, HOME: run.home }, timeout: 60_000, killSignal: 'SIGKILL' },
  );
  await once(child, 'exit');
  server.closeAllConnections();
  server.close();
}

function preferences(port: number): string {
  const values: Record<string, string | number | boolean> = {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'dom.security.https_first': false,
    'network.stricttransportsecurity.preloadlist': false,
    'network.cookie.cookieBehavior': 0,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.enabled': false,
    'app.normandy.enabled': false,
  };
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
    .join('\n');
}
