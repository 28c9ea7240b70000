/** What a tool does to the world: the only place where safety is stated; hints, filters and confirmation derive from it. */
export type Effect = 'read' | 'create' | 'update' | 'delete' | 'send';

/** The four MCP hints. All are always stated: a missing one makes some hosts ask on every call. */
export interface Hints {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  readonly openWorldHint: boolean;
}

const hintsByEffect: Readonly<Record<Effect, Hints>> = {
  read: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  create: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  update: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  delete: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  send: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
};

/** The hints that follow from an effect. Creates are idempotent because each carries an idempotency key. */
export function hintsOf(effect: Effect): Hints {
  return hintsByEffect[effect];
}

/** Whether a tool with this effect changes anything upstream. */
export function writes(effect: Effect): boolean {
  return effect !== 'read';
}
