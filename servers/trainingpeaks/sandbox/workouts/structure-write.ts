import type { Row } from '../shape/body.ts';
import { badRequest } from '../shape/refusal.ts';

const INTENSITY_METRICS = ['percentOfFtp', 'percentOfThresholdHr', 'percentOfThresholdPace', 'percentOfMaxHr', 'rpe'];
const LENGTH_METRICS = ['duration', 'distance'];
const INTENSITY_CLASSES = ['warmUp', 'active', 'rest', 'coolDown', 'other'];
const BLOCK_TYPES = ['step', 'repetition', 'rampUp', 'rampDown'];

const invalid = (what: string) => badRequest(`Invalid workout structure: ${what}`);

/** The structure of a body as it is kept: text is parsed; nothing in it is computed or corrected. */
export function storedStructure(value: unknown, takesObjects: boolean): Row | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value !== 'string' && !takesObjects) throw badRequest('No workout sent');
  const parsed = typeof value === 'string' ? parse(value) : value;
  if (parsed === null) return null;
  if (typeof parsed !== 'object' || Array.isArray(parsed)) throw invalid('not an object');
  return checked(parsed as Row);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalid('not JSON');
  }
}

/** A structure of a template or a workout; throws the refusal of the service. */
export function checked(structure: Row): Row {
  if (!Array.isArray(structure.structure)) throw invalid('structure');
  if (!INTENSITY_METRICS.includes(String(structure.primaryIntensityMetric))) throw invalid('primaryIntensityMetric');
  if (!LENGTH_METRICS.includes(String(structure.primaryLengthMetric))) throw invalid('primaryLengthMetric');
  for (const block of structure.structure as Row[]) {
    if (!BLOCK_TYPES.includes(String(block?.type)) || !Array.isArray(block.steps)) throw invalid('type');
    for (const step of block.steps as Row[]) {
      if (!INTENSITY_CLASSES.includes(String(step?.intensityClass))) throw invalid('intensityClass');
      if (!Array.isArray(step.targets)) throw invalid('targets');
    }
  }
  return structuredClone(structure);
}
