import { compilePath } from '../engine/route.ts';
import { type Fault, faultNamed } from './list.ts';

export interface FaultScope {
  /** `GET`, `POST` …; every method when absent. */
  readonly method?: string;
  /** A route's path template (`/athlete/{id}/events{ext?}`), or a pattern over the whole path. */
  readonly path?: string | RegExp;
  /** How many requests it hits; the fault's own number when absent. */
  readonly times?: number | 'always';
  /** Field that missing-field and other-type aim at; the first one of each object when absent. */
  readonly field?: string;
}

export interface InjectedFault {
  readonly fault: Fault;
  readonly scope: FaultScope;
}

export interface FaultInjector {
  /** Arms a fault; the returned function disarms it. */
  inject(id: string, scope?: FaultScope): () => void;
  clear(): void;
  /** What is armed now. */
  armed(): InjectedFault[];
  /** The fault that hits this request, counted down. */
  take(request: { method: string; path: string; route: string | undefined }): InjectedFault | undefined;
  /** Calls back after every change of what is armed; the returned function stops it. */
  watch(changed: () => void): () => void;
}

interface Armed extends InjectedFault {
  left: number;
}

/** Holds the armed faults of one emulator. The fault armed first hits first. */
export function createFaultInjector(): FaultInjector {
  let armed: Armed[] = [];
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const watcher of watchers) watcher();
  };
  const disarm = (entry: Armed) => {
    const before = armed.length;
    armed = armed.filter((other) => other !== entry);
    if (armed.length !== before) changed();
  };
  return {
    inject(id, scope = {}) {
      const fault = faultNamed(id);
      const times = scope.times ?? fault.times;
      const entry: Armed = { fault, scope, left: times === 'always' ? Number.POSITIVE_INFINITY : times };
      armed.push(entry);
      changed();
      return () => disarm(entry);
    },
    clear() {
      armed = [];
      changed();
    },
    armed: () => armed.map(({ fault, scope }) => ({ fault, scope })),
    take(request) {
      const hit = armed.find((entry) => covers(entry.scope, request));
      if (!hit) return undefined;
      hit.left -= 1;
      if (hit.left <= 0) disarm(hit);
      return { fault: hit.fault, scope: hit.scope };
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

function covers(scope: FaultScope, request: { method: string; path: string; route: string | undefined }): boolean {
  if (scope.method !== undefined && scope.method !== request.method) return false;
  if (scope.path === undefined) return true;
  if (scope.path instanceof RegExp) return scope.path.test(request.path);
  const routePath = request.route?.slice(request.route.indexOf(' ') + 1);
  return routePath === scope.path || compilePath(scope.path).test(request.path);
}
