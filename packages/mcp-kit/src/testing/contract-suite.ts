import { describe, expect, it } from 'vitest';
import { bytesPerToken, catalogueOf } from '../catalogue/catalogue.ts';
import type { Provider } from '../provider/provider.ts';
import { answerBudget, sizeOf } from '../respond/answer.ts';
import type { JsonSchema } from '../tool/advertise.ts';
import type { Tool } from '../tool/define.ts';
import { hintsOf, writes } from '../tool/effect.ts';
import { namesIn } from './answers/leaves.ts';
import { type Era, openClient } from './client.ts';
import { connect, type SentRequest, type TestAnswer, type TestPlatform, type TestServer } from './connect.ts';
import {
  confusableTools,
  type DescribedTool,
  descriptionFaults,
  idsWithoutSource,
} from './descriptions/description-faults.ts';
import { fileFaults } from './file-rules.ts';

export interface ContractOptions {
  /** A fresh platform for each test: state must not leak from one example to the next. */
  readonly platform: () => TestPlatform | Promise<TestPlatform>;
  /** Paths that are read with POST; any other method than GET in a read is a defect. */
  readonly readPosts?: readonly RegExp[];
  /** Bytes; defaults are the budgets of every server. */
  readonly budgets?: { readonly defaultList?: number; readonly allList?: number };
}

const budgets = {
  defaultList: 12 * 1024,
  allList: 40 * 1024,
  apartList: 12 * 1024,
  oneToolTokens: 300,
  meanToolTokens: 120,
  description: 700,
  instructions: 1800,
} as const;

/**
 * What holds for every provider: names, hints, schemas, budgets, examples that run, writes that are reviewed, failures
 * with a next step, secrets that never show, both protocol eras. One call in a provider's test folder runs it all.
 */
export function contractSuite<Port, Settings>(provider: Provider<Port, Settings>, options: ContractOptions): void {
  const catalogue = catalogueOf(provider as Provider<Port, never>);
  const open = async (settings: Parameters<typeof connect>[2] = {}) =>
    connect(provider, await options.platform(), settings);

  describe(`${provider.bin}: the list`, () => {
    listBudgets(provider, catalogue, options);
  });
  describe.each(provider.tools.map((tool) => [tool.name, tool] as const))(`${provider.bin}: %s`, (_, tool) => {
    definitionRules(provider, tool as Tool<Port>);
    schemaRules(catalogue.tools.find(({ name }) => name === tool.name)!.inputSchema);
    if (tool.files !== undefined) fileRules(tool as Tool<Port>, open);
    if (writes(tool.effect)) writeRules(tool as Tool<Port>, open, options);
    else readRules(tool as Tool<Port>, open, options);
  });
  const answers = once(() => firstAnswers(provider, options));
  describe(`${provider.bin}: descriptions`, () => {
    const described = provider.tools.map(({ effect }, at) => ({ ...catalogue.tools[at]!, effect }));
    descriptionRules(described, answers);
  });
  describe(`${provider.bin}: safety`, () => safetyRules(provider, open, options, answers));
  describe.each<Era>(['legacy', 'modern'])(`${provider.bin}: the %s era`, (era) => eraRules(provider, open, era));
}

type Open<Port> = (settings?: Parameters<typeof connect>[2]) => Promise<TestServer<Port>>;

function listBudgets<Port, Settings>(
  provider: Provider<Port, Settings>,
  { defaultToolsets, allToolsets, apartToolsets, cost }: ReturnType<typeof catalogueOf>,
  { budgets: own = {} }: ContractOptions,
): void {
  it('fits its budgets: default toolsets, all toolsets, those of another audience, and on the wire twice the default', () => {
    expect(defaultToolsets.model).toBeLessThanOrEqual(own.defaultList ?? budgets.defaultList);
    expect(allToolsets.model).toBeLessThanOrEqual(own.allList ?? budgets.allList);
    for (const { model } of Object.values(apartToolsets)) expect(model).toBeLessThanOrEqual(budgets.apartList);
    expect(defaultToolsets.wire).toBeLessThanOrEqual(2 * (own.defaultList ?? budgets.defaultList));
  });

  it('has no tool over its budget, and a lower mean', () => {
    const tokens = Object.values(cost).map(({ model }) => model / bytesPerToken);
    const heavy = Object.entries(cost).filter(([, { model }]) => model / bytesPerToken > budgets.oneToolTokens);
    expect(heavy.map(([name]) => name)).toEqual([]);
    // A mean of a few tools says nothing; a list of this many is one that a person pays for.
    if (tokens.length < 10) return;
    expect(tokens.reduce((sum, each) => sum + each, 0) / tokens.length).toBeLessThanOrEqual(budgets.meanToolTokens);
  });

  it('has unique names and instructions of a bearable length', () => {
    expect(new Set(provider.tools.map(({ name }) => name)).size).toBe(provider.tools.length);
    expect(provider.instructions.length).toBeLessThanOrEqual(budgets.instructions);
  });
}

function definitionRules<Port, Settings>(provider: Provider<Port, Settings>, tool: Tool<Port>): void {
  it('is named, titled and described as the house does', () => {
    expect(tool.name).toMatch(new RegExp(`^${provider.prefix}_[a-z0-9_]+$`));
    expect(tool.name.length).toBeLessThanOrEqual(64);
    expect(tool.title).not.toBe('');
    expect(tool.description.length).toBeLessThanOrEqual(budgets.description);
    expect(tool.description).toMatch(/[.!?]$/);
    const mentioned = tool.description.match(new RegExp(`\\b${provider.prefix}_[a-z0-9_]+`, 'g')) ?? [];
    const known = provider.tools.map(({ name }) => name);
    expect(mentioned.filter((name) => !known.includes(name))).toEqual([]);
    expect(hintsOf(tool.effect).readOnlyHint).toBe(tool.effect === 'read');
  });

  it('has examples that its own input accepts', () => {
    for (const example of tool.examples) expect(tool.input.safeParse(example).error).toBeUndefined();
  });
}

function schemaRules(schema: JsonSchema): void {
  it('lists a closed object without unions at the root, which some hosts refuse', () => {
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    for (const union of ['anyOf', 'oneOf', 'allOf']) expect(schema).not.toHaveProperty(union);
  });
}

function readRules<Port>(tool: Tool<Port>, open: Open<Port>, { readPosts = [] }: ContractOptions): void {
  it('answers its examples within the budget, reading only', async () => {
    const server = await open();
    for (const example of tool.examples) {
      const { structured, text, failure } = await server.call(tool.name, example);
      expect(failure?.toText()).toBeUndefined();
      expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.cap);
      expect(text).not.toBe('');
    }
    expect(server.requests.filter(writesWith(readPosts))).toEqual([]);
  });
}

function fileRules<Port>(tool: Tool<Port>, open: Open<Port>): void {
  it(
    tool.files === 'in' ? 'reads files below the folder only' : 'hands out files that can be fetched whole',
    async () => {
      expect(await fileFaults(await open(), tool)).toEqual([]);
    },
  );
}

/** Whether a request changes something: every method but GET, apart from the POSTs that only read. */
function writesWith(readPosts: readonly RegExp[]) {
  return ({ method, url }: SentRequest): boolean =>
    method !== 'GET' && !(method === 'POST' && readPosts.some((path) => path.test(url)));
}

function writeRules<Port>(tool: Tool<Port>, open: Open<Port>, { readPosts = [] }: ContractOptions): void {
  const writing = writesWith(readPosts);
  it('writes nothing before it is confirmed, and commits with the token of the preview', async () => {
    const server = await open({ review: 'always' });
    const [example] = tool.examples;
    const preview = await server.call(tool.name, example);
    expect(preview.failure?.toText()).toBeUndefined();
    expect(preview.structured.written).toBe(false);
    expect((preview.structured.preview as { summary: string }).summary).not.toBe('');
    expect(server.requests.filter(writing)).toEqual([]);
    const { preview_token } = preview.structured;
    const committed = await server.call(tool.name, { ...example, preview_token });
    expect(committed.failure?.toText()).toBeUndefined();
    expect(committed.structured.written).toBe(true);
    if (tool.onlyHere) expect(server.requests.filter(writing)).toEqual([]);
    else expect(server.requests.filter(writing).length).toBeGreaterThan(0);
  });

  it('shows the change and writes nothing with dry_run', async () => {
    const server = await open({ review: 'off' });
    const { structured, failure } = await server.call(tool.name, { ...tool.examples[0], dry_run: true });
    expect(failure?.toText()).toBeUndefined();
    expect(structured).toMatchObject({ written: false, preview_token: expect.any(String) });
    expect(server.requests.filter(writing)).toEqual([]);
  });
}

interface FirstAnswers {
  readonly answers: readonly Pick<TestAnswer, 'structured' | 'text'>[];
  readonly logged: readonly string[];
  readonly credentials: Readonly<Record<string, string>>;
}

/** What every tool says to its first example, one after the other on one platform. */
async function firstAnswers<Port, Settings>(
  provider: Provider<Port, Settings>,
  { platform }: ContractOptions,
): Promise<FirstAnswers> {
  const real = await platform();
  const server = connect(provider, real);
  const answers: TestAnswer[] = [];
  for (const { name, examples } of provider.tools) answers.push(await server.call(name, examples[0]));
  return { answers, logged: server.logged, credentials: real.credentials };
}

function descriptionRules(described: readonly DescribedTool[], answers: () => Promise<FirstAnswers>): void {
  const each = (faults: (tool: DescribedTool) => readonly string[]) =>
    described.flatMap((tool) => faults(tool).map((fault) => `${tool.name} ${fault}`));

  it('say what a user wants, label scales, and say of every deletion that it is for good', () => {
    expect(each(descriptionFaults)).toEqual([]);
  });

  it('can be told apart', () => {
    expect(confusableTools(described)).toEqual([]);
  });

  it('name every id as the answers do that give it, or say where it comes from', async () => {
    const names = (await answers()).answers.flatMap(({ structured }) => namesIn(structured));
    const given = new Set(names.filter((name) => /_id$/.test(name)));
    expect(each((tool) => idsWithoutSource(tool, given))).toEqual([]);
  });
}

function safetyRules<Port, Settings>(
  provider: Provider<Port, Settings>,
  open: Open<Port>,
  { platform }: ContractOptions,
  answers: () => Promise<FirstAnswers>,
): void {
  it('lists no tool that writes with --read-only, and no delete unless deletes are allowed', async () => {
    const readOnly = await open({ selection: { readOnly: true } });
    expect([...readOnly.runtime.tools.values()].filter(({ tool }) => writes(tool.effect))).toEqual([]);
    const careful = await open({ selection: { allowDelete: 'none' } });
    expect([...careful.runtime.tools.values()].filter(({ tool }) => tool.effect === 'delete')).toEqual([]);
  });

  it('lists a prompt that leads to a write only where the tool that writes is listed', async () => {
    const writing = provider.tools.filter(({ effect }) => writes(effect)).map(({ name }) => name);
    for (const { name, needs = [], arguments: asked, render } of provider.prompts) {
      const text = render(Object.fromEntries(asked.map((argument) => [argument.name, 'x'])));
      expect({ name, needs: writing.filter((tool) => new RegExp(`\\b${tool}\\b`).test(text)) }).toEqual({
        name,
        needs,
      });
    }
    const { runtime } = await open({ selection: { readOnly: true } });
    const client = await openClient(runtime, { era: 'modern' });
    const listed = provider.prompts.some(({ needs = [] }) => needs.length === 0)
      ? (await client.listPrompts()).prompts.map(({ name }) => name)
      : [];
    await client.close();
    expect(listed).toEqual(provider.prompts.filter(({ needs = [] }) => needs.length === 0).map(({ name }) => name));
  });

  it('refuses an unknown argument of every tool with a call that works', async () => {
    const server = await open();
    for (const tool of provider.tools) {
      const { failure } = await server.call(tool.name, { ...tool.examples[0], no_such_argument: 1 });
      expect(failure?.kind).toBe('bad_input');
      expect(failure?.next).toContain(`${tool.name} {`);
    }
  });

  it('fails with kind auth and a command that helps when there is no credential, for every tool', async () => {
    const real = await platform();
    const server = connect(provider, { ...real, credentials: {} });
    // What changes this machine alone may be the very tool that sets the login.
    for (const tool of provider.tools.filter(({ onlyHere }) => !onlyHere)) {
      const { failure } = await server.call(tool.name, tool.examples[0]);
      expect(failure?.kind).toBe('auth');
      expect(failure?.next).toMatch(/npx .+ (setup|auth login)/);
    }
    expect(server.requests).toEqual([]);
  });

  it('shows a credential in no answer, failure or log line', async () => {
    const { answers: seen, logged, credentials } = await answers();
    const everything = [...seen.flatMap(({ structured, text }) => [JSON.stringify(structured), text]), ...logged];
    for (const value of Object.values(credentials)) expect(everything.join('\n')).not.toContain(value);
  });
}

function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loaded: Promise<Value> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}

function eraRules<Port, Settings>(provider: Provider<Port, Settings>, open: Open<Port>, era: Era): void {
  it('lists every tool in order and answers a call with text and structured content', async () => {
    const server = await open();
    const client = await openClient(server.runtime, { era });
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(provider.tools.map(({ name }) => name));
    const tool = provider.tools.find(({ effect }) => effect === 'read')!;
    const result = await client.callTool({ name: tool.name, arguments: tool.examples[0]! });
    const direct = await server.call(tool.name, tool.examples[0]);
    expect(result.structuredContent).toEqual(JSON.parse(JSON.stringify(direct.structured)));
    expect(result.content[0]).toEqual({ type: 'text', text: direct.text });
    await client.close();
  });

  it('reads every resource without holes and renders every prompt', async () => {
    const { runtime } = await open();
    const client = await openClient(runtime, { era });
    for (const { uri } of provider.resources.filter((resource) => !resource.uri.includes('{'))) {
      const { contents } = await client.readResource({ uri });
      expect((contents[0] as { text: string }).text).not.toBe('');
    }
    for (const prompt of provider.prompts) {
      const values = Object.fromEntries(prompt.arguments.map(({ name }) => [name, 'x']));
      expect((await client.getPrompt({ name: prompt.name, arguments: values })).messages.length).toBeGreaterThan(0);
    }
    await client.close();
  });
}
