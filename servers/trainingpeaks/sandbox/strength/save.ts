import type { Ctx } from '../access.ts';
import { guid } from '../files/device-files.ts';
import type { Row } from '../shape/body.ts';
import { badRequest, brokenController, forbidden, missing, Refusal } from '../shape/refusal.ts';
import { mayAccess } from '../world.ts';
import {
  type Block,
  blankDocument,
  type Prescription,
  recompute,
  type StrengthDocument,
  type StrengthSet,
} from './document.ts';
import { BLOCK_TYPES } from './exercises.ts';
import { KNOWN_PARAMETERS } from './parameters.ts';

const REPS = new Set(['Reps', 'RepsPerSide']);

/**
 * A session as it is kept, under its numeric id. Throws the refusals of the service; field errors that it reports with
 * a 200 are returned, and then nothing is stored.
 */
export function saved(ctx: Ctx, body: Row): { document: StrengthDocument } | { errors: Record<string, string[]> } {
  refuseIncomplete(body);
  const record = ctx.state.athletes.find(({ id }) => id === body.calendarId);
  if (!record || !mayAccess(ctx.state, record)) throw forbidden();
  const known = ctx.state.strength.documents.get(String(body.id));
  if (/^\d+$/.test(String(body.id)) && !known) throw missing();
  const blocks = structuredClone(Array.isArray(body.blocks) ? body.blocks : []) as Block[];
  const errors: Record<string, string[]> = {};
  blocks.forEach((block, at) => {
    checkBlock(ctx, block, `blocks[${at}]`, errors);
  });
  if (Object.keys(errors).length > 0) return { errors };
  const document = {
    ...blankDocument(record.id),
    ...known,
    ...pick(body, Object.keys(blankDocument(record.id))),
    // What a device put there stays, whatever is sent.
    files: known?.files ?? [],
    completedTss: known?.completedTss ?? null,
    completedTssSource: known?.completedTssSource ?? null,
    id: known?.id ?? String(ctx.state.nextId('strength')),
    prescribedDate: String(body.prescribedDate),
    blocks: blocks.map((block) => withIds(ctx, block)),
    lastUpdatedAt: ctx.now().toISOString().slice(0, 19),
  } as StrengthDocument;
  recompute(document);
  ctx.state.strength.documents.set(document.id, document);
  ctx.state.strength.drafts.delete(String(body.id));
  return { document };
}

function pick(body: Row, keys: readonly string[]): Row {
  return Object.fromEntries(keys.filter((key) => body[key] !== undefined).map((key) => [key, body[key]]));
}

function refuseIncomplete(body: Row): void {
  const required = ['calendarId', 'workoutType', 'prescribedDate'].filter((key) => (body[key] ?? null) === null);
  if (required.length > 0) {
    throw badRequest(`The following fields are required: ${required.join(', ')}`);
  }
  if (body.workoutType !== 'StructuredStrength') throw new Refusal(400, 'Invalid workout', 'message');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(String(body.prescribedDate))) throw badRequest('Invalid prescribedDate');
  const time = body.prescribedStartTime ?? null;
  if (time !== null && !/^\d{2}:\d{2}:\d{2}$/.test(String(time))) throw badRequest('Invalid prescribedStartTime');
}

function checkBlock(ctx: Ctx, block: Block, path: string, errors: Record<string, string[]>): void {
  const types: readonly string[] = BLOCK_TYPES;
  if (!types.includes(block?.blockType) || !Array.isArray(block.prescriptions)) throw badRequest('Invalid block');
  block.prescriptions.forEach((prescription, at) => {
    checkPrescription(ctx, prescription, `${path}.prescriptions[${at}]`, errors);
  });
  const together = block.blockType === 'Superset' || block.blockType === 'Circuit';
  const counts = new Set(block.prescriptions.map(({ sets }) => sets.length));
  if (together && counts.size > 1) throw badRequest('All exercises must have the same number of sets');
  if (block.blockType === 'Superset' && mixesRepsAndTime(block)) {
    throw badRequest('A superset cannot mix repetitions and durations');
  }
}

function mixesRepsAndTime({ prescriptions }: Block): boolean {
  const names = prescriptions.map(({ parameters }) => parameters.map(({ parameter }) => String(parameter)));
  const reps = names.some((each) => each.some((name) => REPS.has(name)));
  return reps && names.some((each) => each.includes('Duration'));
}

function checkPrescription(ctx: Ctx, prescription: Prescription, path: string, errors: Record<string, string[]>): void {
  const exercise = ctx.state.strength.exercises.get(String(prescription?.exercise?.id));
  if (!exercise) throw brokenController();
  const { parameters, sets } = prescription;
  if (!Array.isArray(parameters) || parameters.length === 0) {
    errors[`${path}.parameters`] = ['A Prescription must include at least 1 Parameter'];
    return;
  }
  const declared = new Set(exercise.parameters.map(({ parameter }) => parameter));
  for (const { parameter, unit } of parameters) {
    if (!KNOWN_PARAMETERS.has(String(parameter))) throw badRequest(`Invalid parameter ${String(parameter)}`);
    if (unit === null || typeof unit !== 'object') throw badRequest('Invalid unit');
    if (ctx.state.quirks.strictParameters && !declared.has(parameter)) {
      throw badRequest(`Parameter ${String(parameter)} is not available for this exercise`);
    }
  }
  const columns = new Set(parameters.map(({ parameter }) => parameter));
  for (const set of Array.isArray(sets) ? sets : []) checkSet(set, columns);
}

function checkSet({ parameterValues }: StrengthSet, columns: ReadonlySet<unknown>): void {
  for (const value of parameterValues ?? []) {
    if ('category' in value) throw badRequest('Unexpected category');
    if (!columns.has(value.parameter)) throw badRequest(`Invalid parameter ${String(value.parameter)}`);
    for (const key of ['prescribedValue', 'executedValue']) {
      const given = value[key] ?? null;
      if (given !== null && typeof given !== 'string') throw badRequest(`Invalid ${key}`);
    }
  }
}

/** Ids of the service in place of the random ones of a new part. */
function withIds(ctx: Ctx, block: Block): Block {
  const numeric = (id: unknown) => (/^\d+$/.test(String(id)) ? String(id) : String(ctx.state.nextId('strengthPart')));
  return {
    coachNotes: null,
    parameters: [],
    ...block,
    id: numeric(block.id),
    prescriptions: block.prescriptions.map((prescription) => ({
      coachNotes: null,
      ...prescription,
      id: numeric(prescription.id),
      exercise: { ...ctx.state.strength.exercises.get(String(prescription.exercise.id)), ...prescription.exercise },
      parameters: prescription.parameters.map((parameter) => ({ ...parameter, id: numeric(parameter.id) })),
      sets: (prescription.sets ?? []).map((set) => ({
        setOrigin: 'Prescribed',
        ...set,
        id: numeric(set.id),
        isComplete: set.isComplete === true,
        parameterValues: (set.parameterValues ?? []).map((value) => ({
          prescribedValue: null,
          executedValue: null,
          ...value,
          id: numeric(value.id),
        })),
      })),
    })),
  };
}

/** A shell that is on no calendar until it is saved. */
export function draft(ctx: Ctx, body: Row): Row {
  const id = guid('draft', ctx.state.nextId('strengthPart'));
  const row = {
    ...blankDocument(Number(body.calendarId ?? ctx.state.me.id)),
    ...body,
    id,
    complianceState: 'Unplanned',
  };
  ctx.state.strength.drafts.set(id, row);
  return row;
}
