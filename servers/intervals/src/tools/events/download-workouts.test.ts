import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

async function download(args: object) {
  const server = connected();
  const { structured, failure } = await server.call('icu_download_workouts', args);
  if (failure) return { structured, failure, bytes: new Uint8Array() };
  const { bytes } = await server.runtime.files.fetch(String(structured.resource));
  return { structured, failure, bytes };
}

describe('icu_download_workouts', () => {
  it('hands out a planned workout as ZWO', async () => {
    const { structured, bytes } = await download({ format: 'zwo', event_id: '5000333' });
    expect(structured).toMatchObject({
      file: '2026-10-15 4 x 8 min threshold.zwo',
      media_type: 'application/xml',
      bytes: bytes.length,
    });
    expect(new TextDecoder().decode(bytes)).toContain('<workout_file>');
  });

  it('hands out FIT with its magic, a range as a zip, a library workout as ERG', async () => {
    const fit = await download({ format: 'fit', event_id: '5000333' });
    expect(new TextDecoder().decode(fit.bytes.slice(8, 12))).toBe('.FIT');
    const zip = await download({ format: 'mrc', oldest: '2026-10-15', newest: '2026-10-25' });
    expect([...zip.bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
    expect(zip.structured.media_type).toBe('application/zip');
    const erg = await download({ format: 'erg', workout_id: '900010' });
    expect(new TextDecoder().decode(erg.bytes)).toContain('[COURSE HEADER]');
  });

  it.each([
    [{ format: 'fit' }, 'not named'],
    [{ format: 'fit', event_id: '5020007' }, 'holds no steps'],
    [{ format: 'fit', oldest: '2027-05-01', newest: '2027-05-07' }, 'holds no steps'],
  ])('refuses %j', async (args, said) => {
    const { failure } = await download(args);
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining(said) });
  });
});
