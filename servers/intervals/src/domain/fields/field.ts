/** How a value is held: what a caller may write, and how it goes over the wire. */
export type Kind = 'number' | 'whole' | 'text' | 'flag' | 'texts' | 'numbers';

/** A value that is read and written under our name (ending in its unit) and the platform's key. */
export interface Field {
  readonly name: string;
  readonly key: string;
  readonly kind: Kind;
  /** Closed range in our unit; what is outside is refused before writing. */
  readonly range?: readonly [low: number, high: number];
  /** The platform's words for a choice, spelled as it wants them. */
  readonly choices?: readonly string[];
  /** Our number times this is the platform's: 1000 for kilometres held in metres. */
  readonly scale?: number;
}

export type Values = Readonly<Record<string, unknown>>;

const shorthand =
  (kind: Kind) =>
  (name: string, key: string, rest: Omit<Field, 'name' | 'key' | 'kind'> = {}): Field => ({ name, key, kind, ...rest });

export const number = shorthand('number');
export const whole = shorthand('whole');
export const text = shorthand('text');
export const flag = shorthand('flag');
export const texts = shorthand('texts');
export const numbers = shorthand('numbers');
