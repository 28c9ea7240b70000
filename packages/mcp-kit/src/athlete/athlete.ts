/** A person whose data the account can see. */
export interface Athlete {
  readonly id: string;
  readonly name: string;
  /** Other names that this account's owner gave. */
  readonly aliases?: readonly string[];
  /** IANA time zone; `undefined` when the platform does not tell, and then UTC days are used and said so. */
  readonly timeZone: string | undefined;
  /** How the account wants quantities; `metric` unless the platform says otherwise. */
  readonly units: 'metric' | 'imperial';
  /** Whether this is the account's owner. */
  readonly isSelf: boolean;
}

/** Where a provider's athletes come from. Both calls may be cached by the provider for minutes. */
export interface AthleteSource {
  /** The account's owner, from the platform's own identity field, never "the first in the list". */
  readonly self: () => Promise<Athlete>;
  /** Everyone the account can see, the owner included. `fresh` skips caches: asked for once when a name is not found. */
  readonly list: (options?: { readonly fresh?: boolean }) => Promise<readonly Athlete[]>;
}
