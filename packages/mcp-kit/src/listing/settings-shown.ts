import { type AnyProvider, type OptionSpec, optionsOf } from '../cli/option-table.ts';

/** Options for people who develop: no form of a client asks for them. */
const hidden = new Set(['base-url', 'allow-base-url', 'log-level', 'demo', 'tools', 'exclude-tools']);

/** An option that a client's form can set, through its variable. */
export interface ShownSetting extends OptionSpec {
  readonly variable: string;
}

/** The settings that registries and bundles offer, in the order of `--help`. */
export function shownSettings(provider: AnyProvider): readonly ShownSetting[] {
  return optionsOf(provider).flatMap((option) => {
    const [variable] = option.env;
    return variable === undefined || hidden.has(option.flag) ? [] : [{ ...option, variable }];
  });
}
