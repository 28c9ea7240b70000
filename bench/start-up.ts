import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { build } from 'esbuild';

/** Median milliseconds from spawn to an answered `tools/list`. */
export interface StartUp {
  readonly server_ms: number;
  readonly bare_bundled_ms: number;
  readonly bare_from_node_modules_ms: number;
  readonly ratio_to_bundled: number;
  readonly ratio_to_node_modules: number;
  readonly empty_node_ms: number;
}

/**
 * Spawns the built server and two bare SDK servers that list the same schemas (one bundled and minified, one importing
 * from node_modules), in turns, so that a busy machine slows all alike.
 */
export async function measureStartUp(root: string, runs: number): Promise<StartUp> {
  const folder = mkdtempSync(join(root, 'bench/.bare-'));
  try {
    const source = join(folder, 'bare.mjs');
    writeFileSync(source, bareServer(join(root, 'servers/intervals/catalogue/tools')));
    const bundled = join(folder, 'bundled.mjs');
    await build({
      entryPoints: [source],
      outfile: bundled,
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'esm',
      absWorkingDir: join(root, 'packages/mcp-kit'),
      nodePaths: [join(root, 'packages/mcp-kit/node_modules')],
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    });
    // Resolution walks up from the file, so the unbundled one must lie where the SDK is installed.
    const loose = join(root, 'packages/mcp-kit/.bare-server.mjs');
    writeFileSync(loose, readFileSync(source));
    const empty = join(folder, 'empty.mjs');
    writeFileSync(empty, '');
    const times = { server: [] as number[], bundled: [] as number[], loose: [] as number[], empty: [] as number[] };
    for (let run = 0; run < runs; run++) {
      times.server.push(await timeToList([join(root, 'servers/intervals/dist/main.js')]));
      times.bundled.push(await timeToList([bundled]));
      times.loose.push(await timeToList([loose]));
      times.empty.push(await timeToExit([empty]));
    }
    rmSync(loose);
    const [server, small, large, node] = [times.server, times.bundled, times.loose, times.empty].map(median) as [
      number,
      number,
      number,
      number,
    ];
    return {
      server_ms: round(server),
      bare_bundled_ms: round(small),
      bare_from_node_modules_ms: round(large),
      ratio_to_bundled: Number((server / small).toFixed(2)),
      ratio_to_node_modules: Number((server / large).toFixed(2)),
      empty_node_ms: round(node),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bareServer(tools: string): string {
  return `
import { readFileSync, readdirSync } from 'node:fs';
import { McpServer, fromJsonSchema } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
const folder = ${JSON.stringify(tools)};
const tools = readdirSync(folder).map((file) => JSON.parse(readFileSync(folder + '/' + file, 'utf8')));
serveStdio(() => {
  const server = new McpServer({ name: 'bare', version: '1.0.0' }, { capabilities: { tools: {} } });
  for (const { name, title, description, inputSchema, outputSchema, annotations } of tools) {
    server.registerTool(name, { title, description, inputSchema: fromJsonSchema(inputSchema), outputSchema: fromJsonSchema(outputSchema), annotations }, async () => ({ content: [] }));
  }
  return server;
});
`;
}

function timeToList(args: string[]): Promise<number> {
  return new Promise((done, fail) => {
    const started = performance.now();
    const child = spawn(process.execPath, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { PATH: process.env.PATH ?? '', INTERVALS_API_KEY: 'bench-key-000000' },
    });
    const send = (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    let output = '';
    child.on('error', fail);
    child.on('exit', () => fail(new Error(`${args[0]} ended before it listed its tools`)));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (!output.includes('"id":2')) return;
      child.removeAllListeners('exit');
      child.kill();
      done(performance.now() - started);
    });
    send({
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'bench', version: '1' } },
    });
    send({ method: 'notifications/initialized' });
    send({ id: 2, method: 'tools/list' });
  });
}

function timeToExit(args: string[]): Promise<number> {
  return new Promise((done) => {
    const started = performance.now();
    spawn(process.execPath, args, { stdio: 'ignore' }).on('exit', () => done(performance.now() - started));
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function round(milliseconds: number): number {
  return Math.round(milliseconds);
}
