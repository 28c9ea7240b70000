import type { Tool } from '../tool/define.ts';
import { writes } from '../tool/effect.ts';
import type { TestServer } from './connect.ts';

/** Names that a misled model could give to reach a file that is none of its business. */
export const hostileNames = [
  '/etc/passwd',
  '../secret.fit',
  'a/../../secret.fit',
  'C:\\Users\\ann\\secret.fit',
  'c:secret.fit',
  '\\\\server\\share\\secret.fit',
  '//server/share/secret.fit',
  '~/.ssh/id_ed25519',
  '.netrc',
  'ride.fit\0.txt',
  'ride.fit\n',
  '',
] as const;

/**
 * What is wrong with the file side of a tool; empty when all is well. A tool that reads files takes the name as `file` and
 * refuses every hostile one before it asks anybody anything; one that hands files out links each with its true size, says
 * its name in the text, and lets it be fetched.
 */
export async function fileFaults<Port>(server: TestServer<Port>, tool: Tool<Port>): Promise<string[]> {
  if (tool.files === 'in') return inFaults(server, tool);
  return tool.files === 'out' ? outFaults(server, tool) : [];
}

async function inFaults<Port>(server: TestServer<Port>, tool: Tool<Port>): Promise<string[]> {
  if (!('file' in tool.input.shape)) return [`${tool.name} reads files and takes no argument named file`];
  const faults: string[] = [];
  // Logging in, which may be a POST, is about who asks: it is over before anything is counted.
  await server.call(tool.name, { ...exampleWithFile(tool), file: hostileNames[0] });
  for (const file of hostileNames) {
    const before = server.requests.filter(({ method }) => method !== 'GET').length;
    const args = { ...exampleWithFile(tool), file, ...(writes(tool.effect) && { dry_run: true }) };
    const { failure, text } = await server.call(tool.name, args);
    const told = failure?.kind === 'bad_input' && /\bfile\b/.test(failure.message);
    if (!told) faults.push(`${tool.name} does not refuse ${JSON.stringify(file)}: ${text.slice(0, 200)}`);
    if (server.requests.filter(({ method }) => method !== 'GET').length > before)
      faults.push(`${tool.name} sent something for ${JSON.stringify(file)}`);
  }
  return faults;
}

function exampleWithFile({ examples }: Tool<never>): Readonly<Record<string, unknown>> {
  return examples.find((example) => 'file' in example) ?? examples[0] ?? {};
}

async function outFaults<Port>(server: TestServer<Port>, tool: Tool<Port>): Promise<string[]> {
  const faults: string[] = [];
  let handedOut = 0;
  for (const example of tool.examples) {
    const { outcome, structured, text } = await server.call(tool.name, example);
    if (outcome.kind !== 'answer') continue;
    for (const { uri, name, bytes } of outcome.links) {
      handedOut += 1;
      const fetched = await server.runtime.files.fetch(uri).catch(() => undefined);
      if (fetched?.bytes.length !== bytes) faults.push(`${tool.name}: ${name} cannot be fetched whole`);
      if (!text.includes(name)) faults.push(`${tool.name} does not say the name ${name} in its text`);
      if (!JSON.stringify(structured).includes(JSON.stringify(name)))
        faults.push(`${tool.name} does not give ${name} in its answer`);
    }
  }
  return handedOut === 0 ? [...faults, `no example of ${tool.name} hands out a file`] : faults;
}
