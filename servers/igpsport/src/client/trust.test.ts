import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tls from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { trustAlso } from './trust.ts';

const folder = mkdtempSync(join(tmpdir(), 'igpsport-ca-'));
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
if (!hasOpenssl) process.stdout.write('skipped: this machine has no openssl to make a certificate with\n');

const before = tls.getCACertificates('default');
afterEach(() => tls.setDefaultCACertificates(before));

/** Node keeps doubles of some of them, and wraps the lines of what it was given anew. */
const distinct = (certificates: readonly string[]) => new Set(certificates.map((pem) => pem.replaceAll(/\s/g, '')));

describe('a CA file', () => {
  it('that is missing or holds no certificate is refused with a form that works', () => {
    expect(() => trustAlso(join(folder, 'missing.pem'))).toThrow('cannot be read');
    writeFileSync(join(folder, 'empty.pem'), 'hello');
    expect(() => trustAlso(join(folder, 'empty.pem'))).toThrow('holds no certificate');
  });

  it.runIf(hasOpenssl)(
    'is trusted besides the usual ones, and without it verification stands',
    { timeout: 20_000 },
    async () => {
      const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
      const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
      const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, '-days', '2'];
      execFileSync('openssl', [...made, ...subject], { stdio: 'ignore' });
      const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (_request, response) => {
        response.end('hello');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const url = `https://127.0.0.1:${(server.address() as { port: number }).port}/`;
      try {
        await expect(fetch(url)).rejects.toThrow('fetch failed');
        trustAlso(certificate);
        expect(await (await fetch(url)).text()).toBe('hello');
        expect(distinct(tls.getCACertificates('default')).size).toBe(distinct(before).size + 1);
      } finally {
        server.closeAllConnections();
        server.close();
      }
    },
  );
});
