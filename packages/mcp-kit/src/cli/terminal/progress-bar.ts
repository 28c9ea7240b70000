import type { Translate } from '../../server/in-language.ts';
import type { Output } from '../host.ts';
import type { Style } from './style.ts';

export interface ProgressBar {
  readonly show: (done: number, total?: number, message?: string) => void;
  /** Wipes the bar away. */
  readonly end: () => void;
}

const width = 24;

/** A bar on standard error, in a terminal only: nothing is drawn into a pipe or a log. */
export function progressBar(stream: Output, style: Style, say: Translate = (text) => text): ProgressBar {
  let drawn = false;
  return {
    show: (done, total, message = '') => {
      if (stream.isTTY !== true) return;
      const part = total === undefined || total <= 0 ? undefined : Math.min(1, done / total);
      const filled = Math.round((part ?? 0) * width);
      const bar =
        part === undefined
          ? say(`${done} done`)
          : `${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total}`;
      const room = Math.max(0, (stream.columns ?? 80) - bar.length - 2);
      stream.write(`\r\u001b[2K${style.cyan(bar)} ${say(message).slice(0, room)}`);
      drawn = true;
    },
    end: () => {
      if (drawn) stream.write('\r\u001b[2K');
      drawn = false;
    },
  };
}
