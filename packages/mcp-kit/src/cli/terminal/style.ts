import type { CliHost, Output } from '../host.ts';

/** Colours, or plain text where they would be noise. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/** Colours for a terminal only; `NO_COLOR` switches them off, `FORCE_COLOR` on (both as no-color.org says). */
export function styleFor(stream: Output, env: CliHost['env']): Style {
  const wanted = (env.FORCE_COLOR ?? '') !== '' && env.FORCE_COLOR !== '0';
  const colours = (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb' && (stream.isTTY === true || wanted);
  const paint = (open: number, close: number) => (text: string) =>
    colours && text !== '' ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    green: paint(32, 39),
    yellow: paint(33, 39),
    cyan: paint(36, 39),
  };
}
