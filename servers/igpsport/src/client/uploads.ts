import { Failure } from '@core/mcp-kit';
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
  const { ossId, signedUrl } = await api.send(getUploadPlace, { extension });
  if (!URL.canParse(signedUrl)) {
    throw new Failure('contract', 'iGPSport gave no address to upload to', {
      next: 'tell the user that the service changed and to update this server',
    });
  }
  await files.send(putFile, { url: new URL(signedUrl), bytes });
  return ossId;
}
