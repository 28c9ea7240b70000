import type { Secret } from '@core/secrets';
import type * as z from 'zod';
import type { AthleteSource } from '../athlete/athlete.ts';
import type { Logger } from '../log/logger.ts';
import type { CallScope } from '../server/call-context.ts';
import type { Tool } from '../tool/define.ts';
import type { LocalData } from './local-data.ts';
import type { Prompt } from './prompt.ts';
import type { ProviderCommand } from './provider-command.ts';
import type { Resource } from './resource.ts';
import type { WebhookSpec } from './webhook.ts';

/** A secret that a provider needs, and how a person gets it. */
export interface CredentialSpec {
  /** Name in the store and in messages, e.g. `api_key`. */
  readonly name: string;
  readonly title: string;
  /** Environment variable; `<env>_FILE` and `<env>_COMMAND` follow from it. */
  readonly env: string;
  /** Where a person finds it, one sentence. */
  readonly where: string;
  /** Needed by few: the wizard does not ask for it, and nothing complains while it is missing. */
  readonly optional?: boolean;
  /** Where else on this machine it may lie. Looked through only when a person asks for it. */
  readonly finder?: CredentialFinder;
}

/** The parts of this machine that a search for a credential may need. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
}

/** One place of a search: what was in it, or why it could not be read. A place without the credential is not told. */
export type SearchedPlace =
  | { readonly where: string; readonly secret: Secret }
  | { readonly where: string; readonly problem: string };

/** Finds a credential that another program of this machine holds, such as a browser that is signed in. */
export interface CredentialFinder {
  /** The option of `auth login` without dashes: `from-browser`. It takes one of `choices`; without a value, `auto`. */
  readonly flag: string;
  /** What is looked through, for the wizard and `--help`: `a browser of this machine`. */
  readonly title: string;
  /** What the option may name besides `auto`. */
  readonly choices: readonly string[];
  /** Every place that may hold it, likeliest first. What is found is proved by a real call before it is kept. */
  readonly find: (choice: string, machine: Machine) => AsyncIterable<SearchedPlace>;
}

/** A credential that was found on this machine and that the service accepts. Nothing is stored until `keep`. */
export interface FoundLogin {
  /** `Chrome, profile Default`. */
  readonly where: string;
  readonly check: LoginCheck;
  /** Stores it; lines for people: where, and what stands in the way of its use. */
  readonly keep: () => Promise<readonly string[]>;
}

/** The login of this machine, for a tool about it. Secrets do not pass through it. */
export interface LoginDesk {
  /** Where the credential comes from; `undefined` when it is set nowhere. Commands are not run for it. */
  readonly where: (name: string) => Promise<string | undefined>;
  /**
   * Looks for it with the finder of the credential.
   *
   * @throws Failure `auth` when nothing was found that the service accepts, naming the places that could not be read.
   */
  readonly find: (name: string, choice: string) => Promise<FoundLogin>;
}

/** A setting that is not a secret: read from `--flag`, then the environment, then the config file. */
export interface SettingSpec {
  readonly flag: string;
  readonly env: string;
  readonly description: string;
  /** Turns the text into a value; refuses with an issue that names the form that works. */
  readonly schema: z.ZodType;
}

/** What a login check found. */
export interface LoginCheck {
  readonly athleteName: string;
  readonly athleteId: string;
  /** Further facts for `doctor`: plan, number of athletes, units. */
  readonly facts: readonly string[];
}

/** What a provider gets to build its client from. */
export interface ConnectOptions<Settings> {
  readonly settings: Settings;
  /** Resolves a credential each time it is needed; throws the `auth` failure that says which command sets it. */
  readonly credential: (name: string) => Promise<Secret>;
  /** Says that a value is secret from now on, such as a token that a credential was exchanged for: it never shows. */
  readonly conceal?: (secret: Secret) => void;
  readonly log: Logger;
  readonly now: () => Date;
  /** Replaces the network: the sandbox in tests and `--demo`. */
  readonly fetch?: typeof globalThis.fetch;
  /** Absent where nothing may stay behind: in the demo. */
  readonly local?: LocalData;
  /** Absent where there is no login to look after, as in the demo. */
  readonly login?: LoginDesk;
}

/** One account, connected: pacing, cache and tokens live here, never per call. */
export interface Connection<Port> {
  /** The client as tools see it, bound to one call. */
  readonly port: (scope: CallScope) => Port;
  readonly athletes: (scope: CallScope) => AthleteSource;
  /** One cheap call that proves the credential; used by `setup`, `auth status` and `doctor`. */
  readonly check: (scope: CallScope) => Promise<LoginCheck>;
  /** Drops what is remembered of the platform, because it said that something changed. */
  readonly forget?: () => void;
  /** Our own words in the user's language: applied to answers, previews and failures. What it does not know it gives back. */
  readonly translate?: (text: string) => string;
}

/** The emulator behind `--demo`, loaded only then. */
export interface DemoSandbox {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
  /** Credentials and settings the emulator accepts. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string>>;
}

/** The language in which the command line speaks; English where there is none. */
export interface Speech {
  /** The setting that says which, by its name in `settings`. */
  readonly setting: string;
  /** Our own words in the language that the setting names; nothing for English. Loaded only when a command runs. */
  readonly load: (value: unknown) => Promise<((text: string) => string) | undefined>;
}

/** The table of contents of a server. */
export interface Provider<Port = unknown, Settings = Record<string, unknown>> {
  /** Short name: `intervals`. */
  readonly id: string;
  /** Prefix of every tool: `icu`. */
  readonly prefix: string;
  /** The platform as people know it: `Intervals.icu`. */
  readonly platform: string;
  /** Published package and bin. */
  readonly packageName: string;
  readonly bin: string;
  readonly version: string;
  readonly websiteUrl: string;
  readonly credentials: readonly CredentialSpec[];
  /** Keyed by the name under which `settings` holds the value. */
  readonly settings: Readonly<Record<string, SettingSpec>>;
  readonly speech?: Speech;
  readonly tools: readonly Tool<Port>[];
  /** Toolsets that are listed when nothing is asked for. */
  readonly defaultToolsets: readonly string[];
  /** Toolsets for another audience (a coach): not part of `all`, listed when they are named. */
  readonly apartToolsets?: readonly string[];
  /** Commands besides those that every server has. */
  readonly commands?: readonly ProviderCommand<Port>[];
  readonly resources: readonly Resource<Port>[];
  readonly prompts: readonly Prompt[];
  /** Rules that span tools, at most 1,800 characters. */
  readonly instructions: string;
  readonly connect: (options: ConnectOptions<Settings>) => Connection<Port>;
  readonly demo?: () => Promise<DemoSandbox>;
  readonly webhook?: WebhookSpec;
}

/** Types a provider and freezes it; {@link Provider} says what each part is. */
export function defineProvider<Port, Settings>(provider: Provider<Port, Settings>): Provider<Port, Settings> {
  return Object.freeze(provider);
}
