export { type BaseUrlRules, checkBaseUrl, isLoopback } from './base-url.ts';
export { createHttp } from './create-http.ts';
export { type Answered, answered, type Endpoint, endpoint, type QueryValue, type ResponseForm } from './endpoint.ts';
export type { ForbiddenEndpoint, Http, ScopedHttp } from './http.ts';
export type { ErrorAnswer, Explanation, HostOptions, HttpOptions, Pacing } from './options.ts';
export { type EncodedPath, path } from './path.ts';
export { type WireList, wire } from './wire.ts';
export { wireOrNull } from './wire-or-null.ts';
