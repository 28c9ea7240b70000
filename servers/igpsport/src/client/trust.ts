import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';
import { Failure } from '@core/mcp-kit';

/**
 * Trusts the certificates of a PEM file besides those that Node trusts, for this process. Verification itself stays on.
 *
 * @throws Failure `bad_input` for a file that cannot be read or holds no certificate, or where this Node cannot do it
 */
export function trustAlso(file: string): void {
  const pem = read(file);
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  if (certificates.length === 0) throw refuse(`The CA file ${file} holds no certificate in PEM form`);
  if (typeof tls.setDefaultCACertificates !== 'function') {
    throw new Failure('bad_input', 'This version of Node cannot add certificates while it runs', {
      next: `start with the environment variable NODE_EXTRA_CA_CERTS=${file} instead, or use Node 24`,
    });
  }
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...certificates]);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw refuse(`The CA file ${file} cannot be read`, error);
  }
}

function refuse(message: string, cause?: unknown): Failure {
  return new Failure('bad_input', message, {
    next: 'give --ca-file the path of a PEM file, such as /etc/ssl/company-ca.pem',
    ...(cause === undefined ? {} : { cause }),
  });
}
