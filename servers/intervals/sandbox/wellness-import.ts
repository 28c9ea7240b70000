import { athleteOf, type Ctx } from './access.ts';
import { json } from './shape/json.ts';
import { wellnessKeys } from './shape/keys.ts';
import { dayParameter, flag, unprocessable } from './shape/refusal.ts';
import { writeWellness } from './wellness-row.ts';

/** `POST wellness`: a CSV whose columns are named like the fields, the day in `date` or `id`. */
export async function importWellness(request: Request, ctx: Ctx): Promise<Response> {
  const record = athleteOf(ctx, 'write');
  const keep = flag(ctx.query, 'ignoreMissingFields');
  const [header, ...lines] = (await uploadedText(request, ctx)).split(/\r?\n/).filter((line) => line.trim() !== '');
  const names = (header ?? '').split(',').map((name) => name.trim());
  const dayAt = names.findIndex((name) => name === 'id' || name === 'date');
  if (dayAt === -1) throw unprocessable('Missing date column');
  for (const line of lines) {
    const cells = line.split(',');
    const values: Record<string, unknown> = keep ? {} : Object.fromEntries(editable().map((key) => [key, null]));
    names.forEach((name, i) => {
      const cell = (cells[i] ?? '').trim();
      if (i !== dayAt && cell !== '') values[name] = Number.isNaN(Number(cell)) ? cell : Number(cell);
    });
    writeWellness(record, dayParameter('date', (cells[dayAt] ?? '').trim()), values);
  }
  return json({ count: lines.length });
}

function editable(): string[] {
  return wellnessKeys.filter(
    (key) => !['id', 'locked', 'ctl', 'atl', 'rampRate', 'ctlLoad', 'atlLoad', 'sportInfo', 'updated'].includes(key),
  );
}

/** The part named `file` of a multipart body. */
export async function uploadedFile(
  request: Request,
  ctx: Ctx,
): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) throw unprocessable("Required part 'file' is not present.");
  const form = await new Response(Uint8Array.from(ctx.body), { headers: { 'content-type': type } }).formData();
  const file = form.get('file');
  if (!(file instanceof Blob)) throw unprocessable("Required part 'file' is not present.");
  return {
    name: file instanceof File ? file.name : 'file',
    type: file.type,
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
}

async function uploadedText(request: Request, ctx: Ctx): Promise<string> {
  return new TextDecoder().decode((await uploadedFile(request, ctx)).bytes);
}
