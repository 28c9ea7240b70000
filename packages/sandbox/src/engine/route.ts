import type { Handler } from './emulator.ts';

/**
 * One operation as data. `{name}` holds one path segment, `{ext?}` at the end of a segment holds an optional suffix such
 * as `.json`. A path that starts with `//` is absolute: it ignores the emulator's base path.
 */
export interface Route<S> {
  readonly method: string;
  readonly path: string;
  /** Any spelling of the letters matches, as on services of the ASP.NET kind. */
  readonly ignoreCase?: boolean;
  readonly handler: Handler<S>;
}

export interface CompiledRoute<S> {
  readonly route: Route<S>;
  readonly name: string;
  readonly pattern: RegExp;
  readonly rank: string;
}

type Match<S> =
  | { kind: 'found'; route: CompiledRoute<S>; params: Record<string, string> }
  | { kind: 'method-not-allowed'; allowed: string[] }
  | { kind: 'not-found' };

/** Compiles routes; literal segments win over holes, whatever the order of the table. */
export function compileRoutes<S>(routes: readonly Route<S>[], basePath: string): CompiledRoute<S>[] {
  const compiled = routes.map((route) => {
    const path = route.path.startsWith('//') ? route.path.slice(1) : basePath + route.path;
    return {
      route,
      name: `${route.method} ${route.path}`,
      pattern: compilePath(path, route.ignoreCase),
      rank: path.replace(/\{[^}]*\?\}/g, '').replace(/\{[^}]*\}/g, '\uffff'),
    };
  });
  return compiled.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
}

/** A path with `{holes}` as an anchored regular expression with one named group a hole. */
export function compilePath(path: string, ignoreCase = false): RegExp {
  const source = path.replace(/\{(\w+)(\?)?\}|[.*+?^$()|[\]\\]/g, (token, name: string | undefined, optional) => {
    if (name === undefined) return `\\${token}`;
    return optional ? `(?<${name}>\\.[A-Za-z0-9]+)?` : `(?<${name}>[^/]+?)`;
  });
  return new RegExp(`^${source}$`, ignoreCase ? 'i' : '');
}

/** Finds the route of a request, or says why there is none. */
export function matchRoute<S>(routes: readonly CompiledRoute<S>[], method: string, path: string): Match<S> {
  const allowed: string[] = [];
  for (const route of routes) {
    const found = route.pattern.exec(path);
    if (!found) continue;
    if (route.route.method !== method) {
      allowed.push(route.route.method);
      continue;
    }
    const params: Record<string, string> = {};
    for (const [name, value] of Object.entries(found.groups ?? {})) {
      if (value !== undefined) params[name] = decode(value);
    }
    return { kind: 'found', route, params };
  }
  return allowed.length > 0 ? { kind: 'method-not-allowed', allowed } : { kind: 'not-found' };
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
