/** A recipe that a person picks in the client: text that asks the model to use tools. */
export interface Prompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly arguments: readonly PromptArgument[];
  /** Tools without which it leads nowhere: it is listed only where each of them is. Every tool named in it that writes. */
  readonly needs?: readonly string[];
  readonly render: (values: Readonly<Record<string, string>>) => string;
}

export interface PromptArgument {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
}
