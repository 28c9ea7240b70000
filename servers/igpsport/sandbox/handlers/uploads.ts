import { randomUUID } from 'node:crypto';
import type { Route } from '@core/sandbox';
import type { Ctx } from '../access.ts';
import { ok, Refusal } from '../envelope.ts';
import type { World } from '../world.ts';

export const uploadRoutes: readonly Route<World>[] = [
  {
    method: 'GET',
    path: '/service/sportg/third-party-server/oss/getSignedUrl',
    handler: (_request, ctx) => ok(place(ctx)),
  },
  {
    method: 'POST',
    path: '/service/web/api/Routes/UploadOssGenerateRoutes',
    ignoreCase: true,
    handler: (_request, ctx) => ok(route(ctx)),
  },
];

/** An address that takes one file, and the name the service will look for. */
function place({ state, query }: Ctx): object {
  if (state.region === 'intl' && !state.quirks.intlUploads) throw new Refusal(404, 404, 'Not Found');
  const ossId = `${randomUUID().replaceAll('-', '')}${query.get('fileExtension') ?? ''}`;
  state.uploads.set(ossId, undefined);
  return {
    ossId,
    signedUrl: `${state.storageOrigin}/${ossId}?Expires=1800000000&OSSAccessKeyId=STS.x&Signature=a%2Bb%3D`,
  };
}

function route({ state, text }: Ctx): null {
  const { fileId = '', title = '' } = JSON.parse(text()) as { fileId?: string; title?: string };
  if (state.uploads.get(fileId) === undefined) throw new Refusal(200, 5003, 'oss file error');
  state.routes.push({ title, ossId: fileId });
  return null;
}
