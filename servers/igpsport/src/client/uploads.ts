import { Failure, isFailure } from '@core/mcp-kit';
import { endpoint, type ScopedHttp } from '@core/mcp-kit/http';
import { announceRide, announceRoute, getUploadPlace } from './endpoints/uploads.ts';
import type { RouteFile } from './index.ts';

const putFile = endpoint<{ url: URL; bytes: Uint8Array }>()({
  method: 'PUT',
  path: ({ url }) => url,
  body: ({ bytes }) => bytes,
  response: 'none',
});

/** Puts a ride into the file store and tells the service. */
export async function uploadRide(
  api: ScopedHttp,
  files: ScopedHttp,
  { fileName, bytes }: Pick<RouteFile, 'fileName' | 'bytes'>,
): Promise<void> {
  const ossId = await put(api, files, '.fit', bytes);
  await api.send(announceRide, { fileName, ossId });
}

/** Puts a route into the file store and tells the service. */
export async function uploadRoute(
  api: ScopedHttp,
  files: ScopedHttp,
  { fileName, bytes, title, description }: RouteFile,
): Promise<void> {
  const ossId = await put(api, files, /\.\w+$/.exec(fileName)?.[0] ?? '.gpx', bytes);
  await api.send(announceRoute, { fileName, ossId, title, description });
}

async function put(api: ScopedHttp, files: ScopedHttp, extension: string, bytes: Uint8Array): Promise<string> {
  const { ossId, signedUrl } = await api.send(getUploadPlace, { extension }).catch(noUploads);
  if (!URL.canParse(signedUrl)) {
    throw new Failure('contract', 'iGPSport gave no address to upload to', {
      next: 'tell the user that the service changed and to update this server',
    });
  }
  await files.send(putFile, { url: new URL(signedUrl), bytes });
  return ossId;
}

/** The region has no such call: what the service says of it speaks of an id. */
function noUploads(error: unknown): never {
  if (!isFailure(error) || error.kind !== 'not_found') throw error;
  throw new Failure('not_found', 'iGPSport takes no uploaded files for this account', {
    next: 'ask the user to upload it in the iGPSport app: uploads from outside were seen to work in the China region only',
  });
}
