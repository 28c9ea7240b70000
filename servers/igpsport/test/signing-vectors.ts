import type { Signed } from '../src/client/signing/signing.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** The keys of the published vectors. */
export const VECTOR_KEYS = {
  K1: text('demo-session-key-0001'),
  K2: Uint8Array.from({ length: 32 }, (_, index) => index),
  K3: text('k'.repeat(100)),
  K4: new Uint8Array(),
} as const;

const what = (method: string, target: string, timestamp: string, nonce: string, body: string): Signed => ({
  method,
  target,
  timestamp,
  nonce,
  body: text(body),
});

const nonce = (last: number): string => `00000000-0000-4000-8000-00000000000${last}`;

/**
 * 20 signatures that the service's own module made for known keys, and that plain HMAC-SHA256 makes too: provenance in
 * docs/api-notes.md. In the order of the keys.
 */
export const VECTORS: readonly (readonly [what: Signed, signatures: readonly [string, string, string, string]])[] = [
  [
    what(
      'GET',
      '/service/web-gateway/web-analyze/activity/queryMyActivity?pageNo=1&pageSize=20&reqType=0&sort=1&sortType=1',
      '1767225600',
      nonce(1),
      '',
    ),
    [
      '7UKd83pEZLAEEGrKLbMDW7D0CEBxWnD78bgbS0a5BNk=',
      'hLUXhGMup/trFaD2Jca3dTF44GTpNthDF045UAmFMm8=',
      '6M8tf/scU72Bscs3f7mRhuR038MP8zMrJ6zh2n4K9o8=',
      't0u2kz7VvC5fwMDmy8Pnc/oherVwuKa7cVBzL5EzPDs=',
    ],
  ],
  [
    what(
      'POST',
      '/service/auth/account/login',
      '1767225601',
      nonce(2),
      '{"appId":"igpsport-web","username":"demo","password":"demo"}',
    ),
    [
      'IFBUpybH1/uef/1tJkD03fp7kRmYBVaZgpu82Vplsdc=',
      '+TvnJ58wrbPzVen87jFO4gR8ydu7axyi5K5eqdqIXRc=',
      'nQ6DkG8lf5loh5rDvMSxb45nd/mT1RV8CLM+ivNZ+K0=',
      'LPi8YbGi3lzUb5NJofPUiP7atnmf1CB+Tckf/Pwqw58=',
    ],
  ],
  [
    what(
      'POST',
      '/service/mobile/api/WorkOut/EditCustomWorkOut',
      '1767225602',
      nonce(3),
      '{"data":{"title":"阈值 2x20"}}',
    ),
    [
      '6gcRkuYf7qmrt3Erq+L3xZKofnWbzmx30jYYUUGFvc4=',
      '6yyLfTdlb8wjtOOC6FqeddrHjDVceAYMe+/bjUqUwWg=',
      '31ezGRiKx5dKm4egcGPKVpgNuxq7Y4EmArixf92knV0=',
      'NV0ZYQCiBh/uIChzbrnNTzXfP4qOlNn42OgHEW2mvF4=',
    ],
  ],
  [
    what('POST', '/service/mobile/api/WorkOut/CustomWorkOutDel?id=42', '1767225603', nonce(4), '{}'),
    [
      'sX7TQPDM5gWzp8UzvbNkeFsNcxF4miJ4QpWNw7LA91Y=',
      'qBNCm8KDtLkRdTgtl9kYriJ8dHH8EWT3hcTdqfoawoU=',
      'w8MOP6vsfVNBiJKmReaen4b0T+QZd2yunYfE2+akga8=',
      'lmTWbNzOQJe476DHkT0+LYdOZTL9NgCDmUUC2C0kDmg=',
    ],
  ],
  [
    what('', '', '', '', ''),
    [
      'cK3bbJ1VflF+OlCIz+dZaJqhKK9NL+xpMnqcx4tWocw=',
      'p384iUGf2ZTVU+5PhB6UPQJztmGqQy6LV+FXvXXJUHo=',
      'GY+NwsgYkqpXMlYw87tYe6oBn7FYxuVHKyVbFVzP5O8=',
      'AbldNPB/IHE5qIzZqRUIlWewktojPA4ucwB0e9iWHs0=',
    ],
  ],
];
