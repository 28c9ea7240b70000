import type { Athlete } from '../athlete/athlete.ts';
import { Failure } from '../failure/failure.ts';
import type { AllowDelete } from '../selection/select.ts';
import type { Tool } from '../tool/define.ts';
import type { Change } from './change.ts';
import type { PreviewSubject, PreviewTokens, TokenVerdict } from './preview-token.ts';
import { needsReview, type Review } from './review.ts';

/** How the client answered a question that was put to a person. */
export type Answer = 'accepted' | 'declined' | undefined;

/** Ends a call with the preview as its answer: nothing is written. Thrown by `confirm`, caught by the dispatcher only. */
export class PreviewOnly {
  readonly change: Change;
  readonly token: string;
  constructor(change: Change, token: string) {
    this.change = change;
    this.token = token;
  }
}

/** Ends a round with a question for the person at the client; the call is made again with the answer. */
export class AskPerson {
  readonly change: Change;
  readonly token: string;
  constructor(change: Change, token: string) {
    this.change = change;
    this.token = token;
  }
}

export interface ConfirmationOptions {
  readonly tool: Tool<never>;
  readonly args: unknown;
  readonly dryRun: boolean;
  /** From the arguments, or carried by the client through a question. */
  readonly token: string | undefined;
  readonly answer: Answer;
  readonly canAsk: boolean;
  readonly review: Review;
  readonly allowDelete: AllowDelete;
  readonly tokens: PreviewTokens;
  readonly athlete: () => Promise<Athlete>;
  readonly today: () => Promise<string>;
}

/** The write gate of one call: closed until `confirm` lets the change through. */
export class Confirmation {
  #open = false;
  readonly #options: ConfirmationOptions;

  constructor(options: ConfirmationOptions) {
    this.#options = options;
  }

  readonly isOpen = (): boolean => this.#open;

  /**
   * Lets the call write, or ends it.
   *
   * @throws PreviewOnly for a dry run, or when a person has to agree and the client cannot ask.
   * @throws AskPerson when the client can ask.
   * @throws Failure `declined`, `conflict` (the token is void) or `blocked`.
   */
  readonly confirm = async (change: Change): Promise<void> => {
    const { tool, tokens, token, answer, canAsk, dryRun, review, athlete } = this.#options;
    await this.#refuseBlockedDelete(change);
    // What stays on this machine is about nobody, and works while no login does.
    const person = tool.onlyHere ? { id: '', isSelf: true } : await athlete();
    const subject: PreviewSubject = { tool: tool.name, athleteId: person.id, args: this.#options.args, change };
    if (answer === 'declined') throw declined();
    if (dryRun) throw new PreviewOnly(change, tokens.mint(subject));
    if (token !== undefined) {
      refuseVoid(tokens.check(token, subject));
      tokens.spend(token);
    } else if (this.#mustAsk(review, change, person)) {
      const minted = tokens.mint(subject);
      throw canAsk ? new AskPerson(change, minted) : new PreviewOnly(change, minted);
    }
    this.#open = true;
  };

  #mustAsk(review: Review, change: Change, person: Pick<Athlete, 'isSelf'>): boolean {
    const { effect, bulk } = this.#options.tool;
    return needsReview(review, {
      effect,
      bulk,
      seenByOthers: change.seenByOthers ?? false,
      isSelf: person.isSelf || change.staysHere === true,
    });
  }

  async #refuseBlockedDelete(change: Change): Promise<void> {
    if (this.#options.tool.effect !== 'delete' || this.#options.allowDelete !== 'future') return;
    if (change.day !== undefined && change.day >= (await this.#options.today())) return;
    throw new Failure('blocked', 'This server may delete only what lies today or in the future', {
      next: 'ask the user to delete it on the platform, or to start the server with `--allow-delete all`',
    });
  }
}

function declined(): Failure {
  return new Failure('declined', 'The person declined; nothing was written', {
    next: 'stop and ask the user what should change',
  });
}

const voidReasons: Readonly<Record<Exclude<TokenVerdict, 'ok'>, string>> = {
  malformed: 'The preview_token is not one of this server process',
  expired: 'The preview is older than 15 minutes',
  other_call: 'The preview was for other arguments or another athlete',
  changed: 'What would be written has changed since the preview',
  used: 'This preview was already committed; nothing was written again',
};

function refuseVoid(verdict: TokenVerdict): void {
  if (verdict === 'ok') return;
  const next =
    verdict === 'used'
      ? 'read the object to see its state'
      : 'call again without preview_token, show the new preview to the user, then send its token';
  throw new Failure('conflict', voidReasons[verdict], { next });
}
