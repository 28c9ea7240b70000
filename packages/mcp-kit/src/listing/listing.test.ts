import { describe, expect, it } from 'vitest';
import { toyProvider } from '../../test/toy-provider.ts';
import type { AnyProvider } from '../cli/option-table.ts';
import { bundleManifest } from './bundle-manifest.ts';
import { installTable } from './install-table.ts';
import type { PackageFacts } from './package-facts.ts';
import { registryEntry } from './registry-entry.ts';

const provider = toyProvider as unknown as AnyProvider;
const facts: PackageFacts = {
  name: '@scope/toy-mcp',
  version: '1.2.3',
  description: 'Talk with your laps.',
  license: 'MIT',
  engines: { node: '>=22.13' },
  mcpName: 'io.github.scope/toy-mcp',
  repository: { url: 'git+https://github.com/scope/training-mcp.git', directory: 'servers/toy' },
};

describe('the entry of the registry', () => {
  it('names the package, its version, and what can be set, secrets marked', () => {
    const { name, packages, repository } = registryEntry(provider, facts);
    expect(name).toBe('io.github.scope/toy-mcp');
    expect(repository).toEqual({
      url: 'https://github.com/scope/training-mcp',
      source: 'github',
      subfolder: 'servers/toy',
    });
    const npm = packages[0] as unknown as { environmentVariables: { name: string }[] };
    expect(npm).toMatchObject({ registryType: 'npm', identifier: '@scope/toy-mcp', version: '1.2.3' });
    const byName = Object.fromEntries(npm.environmentVariables.map((variable) => [variable.name, variable]));
    expect(byName.TOY_API_KEY).toMatchObject({ isSecret: true, isRequired: true });
    expect(byName.TOY_READ_ONLY).toMatchObject({ format: 'boolean', isRequired: false });
    expect(byName.TOY_ALLOW_DELETE).toMatchObject({ choices: ['none', 'future', 'all'], default: 'none' });
    expect(byName).not.toHaveProperty('TOY_BASE_URL');
  });

  it('names the bundle with its hash once that is released', () => {
    const { packages } = registryEntry(provider, facts, {
      url: 'https://x.test/toy-mcp.mcpb',
      sha256: 'ab'.repeat(32),
    });
    expect(packages[1]).toMatchObject({ registryType: 'mcpb', fileSha256: 'ab'.repeat(32) });
  });

  it('is not written with a description that the registry would refuse', () => {
    expect(() => registryEntry(provider, { ...facts, description: 'x'.repeat(101) })).toThrow(/100 characters/);
  });
});

describe('the manifest of the bundle', () => {
  const manifest = bundleManifest(provider, facts);

  it('asks for every credential in secret, and hands each answer over in its variable', () => {
    expect(manifest.user_config.api_key).toMatchObject({ sensitive: true, required: true });
    expect(manifest.server.mcp_config.env).toMatchObject({
      TOY_API_KEY: `\${user_config.api_key}`,
      TOY_READ_ONLY: `\${user_config.read_only}`,
    });
    const asked = Object.values(manifest.server.mcp_config.env).map((value) => /\.(\w+)\}/.exec(String(value))?.[1]);
    expect(asked.sort()).toEqual(Object.keys(manifest.user_config).sort());
  });

  it('shows the tools that are listed by default, with one sentence each', () => {
    expect(manifest.tools).toEqual([
      { name: 'toy_list_laps', description: 'Lists laps with their mean power.' },
      { name: 'toy_add_lap', description: 'Adds a lap.' },
    ]);
  });
});

describe('the install table of a README', () => {
  const table = installTable(provider, facts);

  it('has a way for every client, and no credential in any of them', () => {
    for (const client of [
      'Claude Desktop',
      'Claude Code',
      'Cursor',
      'VS Code',
      'Codex',
      'Gemini CLI',
      'Windsurf',
      'OpenClaw',
    ])
      expect(table).toMatch(new RegExp(`^\\| ${client} \\| .*(npx|https:|\\.mcpb)`, 'm'));
    expect(table).toContain('`claude mcp add --scope user toy -- npx -y @scope/toy-mcp`');
  });

  it('has links that hold exactly what starts the server', () => {
    const links = [...table.matchAll(/\((https:\/\/(?:cursor|insiders)[^)]+)\)/g)].map(
      ([, url = '']) => new URL(url).searchParams,
    );
    const [cursor, vscode] = links;
    expect(JSON.parse(Buffer.from(cursor?.get('config') ?? '', 'base64').toString())).toEqual({
      command: 'npx',
      args: ['-y', '@scope/toy-mcp'],
    });
    expect(JSON.parse(vscode?.get('config') ?? '')).toEqual({
      type: 'stdio',
      command: 'npx',
      args: ['-y', '@scope/toy-mcp'],
      env: { TOY_API_KEY: `\${input:api_key}` },
    });
    expect(JSON.parse(vscode?.get('inputs') ?? '')).toMatchObject([{ id: 'api_key', password: true }]);
  });
});
