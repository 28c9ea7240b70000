import { isFailure } from '@core/mcp-kit';
import type { Endpoint, ScopedHttp } from '@core/mcp-kit/http';

/** What one account remembers about its owner's id: made once per connection. */
export interface OwnId {
  value: string | undefined;
}

/**
 * The owner has two ids, `0` and a real one, and some paths refuse one of them with a 403. A read that is refused is sent
 * once more with the other form. Writes are not: a 403 there is an answer.
 */
export function withOwnIdForms(http: ScopedHttp, own: OwnId): ScopedHttp {
  return {
    send: async <P, R>(endpoint: Endpoint<P, R>, params: P): Promise<R> => {
      try {
        return await http.send(endpoint, params);
      } catch (error) {
        const other = endpoint.method === 'GET' ? otherForm(params, own.value) : undefined;
        if (other === undefined || !isFailure(error) || error.kind !== 'forbidden') throw error;
        return http.send(endpoint, { ...params, athlete: other });
      }
    },
  };
}

/**
 * Whom a request is about, so that a write drops what is known about the same one only. What tells of everyone at once
 * is about nobody, and dropped by every write.
 */
export function subjectOf(params: unknown, own: OwnId): string | undefined {
  const { athlete, everyone } = (params ?? {}) as { readonly athlete?: string; readonly everyone?: true };
  if (athlete === undefined || everyone === true) return undefined;
  return athlete === own.value ? '0' : athlete;
}

function otherForm(params: unknown, own: string | undefined): string | undefined {
  const athlete = (params as { athlete?: unknown }).athlete;
  if (own === undefined) return undefined;
  if (athlete === '0') return own;
  return athlete === own ? '0' : undefined;
}
