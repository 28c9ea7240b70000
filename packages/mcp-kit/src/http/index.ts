export { type Endpoint, endpoint, type QueryValue, type ResponseForm } from './endpoint.ts';
export type { ForbiddenEndpoint, Http, ScopedHttp } from './http.ts';
export { type EncodedPath, path } from './path.ts';
