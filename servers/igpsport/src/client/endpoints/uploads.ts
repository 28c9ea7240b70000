import { endpoint, path } from '@core/mcp-kit/http';
import * as z from '@core/mcp-kit/schema';
import { enveloped } from '../wire/envelope.ts';
import { wireUploadPlace } from '../wire/upload.ts';

/** Asks for an address to put a file at. `extension` with its dot. */
export const getUploadPlace = endpoint<{ extension: string }>()({
  method: 'GET',
  path: () => path`service/sportg/third-party-server/oss/getSignedUrl`,
  query: ({ extension }) => ({ fileExtension: extension }),
  response: enveloped(wireUploadPlace),
});

/** Tells the service that the file is there and is a ride. It is read later: nothing says when it is in the list. */
export const announceRide = endpoint<{ fileName: string; ossId: string }>()({
  method: 'POST',
  path: () => path`service/web-gateway/web-analyze/activity/uploadByOss`,
  body: ({ fileName, ossId }) => ({ fileName, ossName: ossId }),
  response: enveloped(z.unknown()),
});

export interface RouteToAnnounce {
  readonly fileName: string;
  readonly ossId: string;
  readonly title: string;
  readonly description: string;
}

/** The same for a route. */
export const announceRoute = endpoint<RouteToAnnounce>()({
  method: 'POST',
  path: () => path`service/web/api/Routes/UploadOssGenerateRoutes`,
  body: ({ fileName, ossId, title, description }) => ({ fileName, fileId: ossId, title, description }),
  response: enveloped(z.unknown()),
});
