export { type Era, modernRevision, type OpenClientOptions, openClient } from './client.ts';
export { type ConnectTestOptions, connect, type TestAnswer, type TestPlatform, type TestServer } from './connect.ts';
