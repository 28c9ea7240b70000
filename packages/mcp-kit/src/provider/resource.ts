import type { CallContext } from '../server/call-context.ts';

/** Something to read by address. `uri` may hold `{holes}`; then it is listed as a template. */
export interface Resource<Port> {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly mimeType: string;
  readonly read: (ctx: CallContext<Port>, holes: Readonly<Record<string, string>>) => Promise<string>;
}
