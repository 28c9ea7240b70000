export { type HttpServeOptions, type HttpService, serveHttp } from './serve-http.ts';
export { type StdioOptions, serveStdio } from './serve-stdio.ts';
export type { SignalSource } from './stop-signals.ts';
