import { resolveTarget } from '../load/resolve.ts';
import type { Losses } from '../loss.ts';
import type { Path } from '../path.ts';
import { type Fixed, isIntensity, type Step } from '../workout.ts';
import type { IntervalsSettings } from './settings.ts';
import { withDefaults } from './total.ts';

interface Amount {
  readonly text: string;
  readonly lap: boolean;
  /** Words for the cue, where the platform has no such end. */
  readonly cue: readonly string[];
}

/** Planned time of a step whose end the plan cannot know. The platform needs some amount, or it drops the step. */
const PLACEHOLDER: Fixed = { by: 'time', seconds: 600 };

/** The amount of a step line. Ends that the platform lacks become a lap button with a cue. */
export function amountOf(step: Step, path: Path, settings: IntervalsSettings, losses: Losses): Amount {
  const { length } = step;
  switch (length.by) {
    case 'time':
    case 'distance':
      return { text: fixedText(length, path, losses), lap: false, cue: [] };
    case 'lap':
      if (length.plan === undefined) {
        losses.add(
          path,
          'length',
          'approximated',
          'a step until the lap button needs a planned amount: 10 min is counted',
        );
      }
      return { text: fixedText(length.plan ?? PLACEHOLDER, path, losses), lap: true, cue: [] };
    case 'hr': {
      const cue = `until HR ${length.when} ${length.bpm}`;
      losses.add(path, 'length', 'approximated', `"${cue}" is a cue with the lap button; 10 min is counted`);
      return { text: fixedText(PLACEHOLDER, path, losses), lap: true, cue: [cue] };
    }
    case 'energy':
      return energyAmount(step, length.kilocalories, path, settings, losses);
  }
}

/** 1 kcal burnt is about 1 kJ at the pedals (gross efficiency 24 %). */
function energyAmount(
  step: Step,
  kilocalories: number,
  path: Path,
  settings: IntervalsSettings,
  losses: Losses,
): Amount {
  const cue = `until ${kilocalories} kcal`;
  const target = isIntensity(step.target) ? resolveTarget(step.target, withDefaults(settings)) : undefined;
  const watts = target !== undefined && 'metric' in target && target.metric === 'power' ? target.mid : 0;
  const seconds = watts > 0 ? Math.round((kilocalories * 1000) / watts) : 0;
  if (seconds < 1 || seconds > 172_800) {
    losses.add(path, 'length', 'approximated', `"${cue}" is a cue with the lap button; 10 min is counted`);
    return { text: fixedText(PLACEHOLDER, path, losses), lap: true, cue: [cue] };
  }
  losses.add(
    path,
    'length',
    'approximated',
    `${kilocalories} kcal is planned as ${timeText(seconds)} at ${Math.round(watts)} W, with the lap button`,
  );
  return { text: timeText(seconds), lap: true, cue: [cue] };
}

function fixedText(length: Fixed, path: Path, losses: Losses): string {
  if (length.by === 'distance') return distanceText(length.metres, path, losses);
  const seconds = Math.max(1, Math.round(length.seconds));
  if (seconds !== length.seconds)
    losses.add(path, 'length', 'approximated', `${length.seconds} s is written ${seconds} s`);
  return timeText(seconds);
}

/** Whole seconds as the platform writes them: `1h30m`, `45s`; empty for 0. */
export function timeText(total: number): string {
  const h = Math.floor(total / 3600);
  const m = Math.floor((total % 3600) / 60);
  const s = total % 60;
  return `${h === 0 ? '' : `${h}h`}${m === 0 ? '' : `${m}m`}${s === 0 ? '' : `${s}s`}`;
}

const METRES_PER = { mi: 1609.344, yrd: 0.9144 } as const;

/** Whole metres as `km` or `mtr`; quarters of a mile and whole yards keep their unit. A bare `m` would be minutes. */
function distanceText(metres: number, path: Path, losses: Losses): string {
  if (metres >= 1000 && metres % 10 === 0) return `${metres / 1000}km`;
  if (Number.isInteger(metres)) return `${metres}mtr`;
  for (const [unit, size, steps] of [['mi', METRES_PER.mi, 4] as const, ['yrd', METRES_PER.yrd, 1] as const]) {
    const amount = Math.round((metres / size) * steps) / steps;
    if (amount > 0 && Math.abs(amount * size - metres) < 0.001) return `${amount}${unit}`;
  }
  const whole = Math.max(1, Math.round(metres));
  losses.add(path, 'length', 'approximated', `${metres} m is written ${whole} m`);
  return `${whole}mtr`;
}
