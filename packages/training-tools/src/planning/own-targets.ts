import { isIntensity, type Thresholds, unrolled, type Workout, writeWorkout } from '@core/workouts';
import { resolveTarget } from '@core/workouts/load';

/** What every target of a workout means for one athlete, once each, in the order of the steps; or what is missing to tell. */
export function ownTargets(workout: Workout, thresholds: Thresholds): string[] {
  const said = unrolled(workout.steps).flatMap(({ step }) => {
    if (!isIntensity(step.target)) return [];
    const { at = '' } = writeWorkout({ sport: workout.sport, steps: [step] }).steps[0]!;
    const own = resolveTarget(step.target, thresholds);
    if ('unresolved' in own) return [`${at}: ${own.unresolved}`];
    const unit = { power: 'W', hr: 'bpm', speed: workout.sport === 'swim' ? '/100m' : '/km' }[own.metric];
    const shown = own.metric === 'speed' ? pace(workout.sport === 'swim' ? 100 : 1000) : String;
    const [from, to] = [own.from, own.to].map((value) => shown(own.metric === 'speed' ? value : Math.round(value)));
    return [`${at} = ${from === to ? from : `${from}-${to}`} ${unit}`];
  });
  return [...new Set(said)];
}

/** m/s as minutes and seconds for a distance. */
function pace(metres: number): (speed: number) => string {
  return (speed) => {
    const seconds = Math.round(metres / speed);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  };
}
