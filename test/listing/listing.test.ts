import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { validateManifest } from '@anthropic-ai/mcpb';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { publishedPackages } from '../../scripts/pack/tarballs.ts';
import { registrySchema } from './registry-schema.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const servers = globSync('servers/*/package.json', { cwd: root })
  .sort()
  .map((file) => join(root, file, '..'));
const isValid = new Ajv({ strict: false, formats: { uri: URL.canParse } }).compile(registrySchema);

describe.each(servers.map((server) => [read(join(server, 'package.json')).name, server]))('%s', (_, server) => {
  const manifest = read(join(server, 'package.json'));
  const entry = read(join(server, 'server.json'));
  const bundle = read(join(server, 'manifest.json'));

  it('has an entry that the MCP registry takes', () => {
    expect(isValid(entry), JSON.stringify(isValid.errors)).toBe(true);
  });

  it('has one name and one version in the package, the entry and the bundle', () => {
    expect(entry.name).toBe(manifest.mcpName);
    expect(entry.packages[0].identifier).toBe(manifest.name);
    for (const version of [entry.version, entry.packages[0].version, bundle.version])
      expect(version).toBe(manifest.version);
    expect([entry.description, bundle.description]).toEqual([manifest.description, manifest.description]);
    expect(Object.keys(manifest.bin)).toEqual([bundle.name]);
  });

  it('has a bundle manifest that the official validator takes, with every secret marked', () => {
    expect(validateManifest(join(server, 'manifest.json'))).toBe(true);
    const secrets = entry.packages[0].environmentVariables.filter((one: { isSecret?: boolean }) => one.isSecret);
    expect(secrets.length).toBeGreaterThan(0);
    for (const { name } of secrets) {
      const asked = /user_config\.(\w+)/.exec(bundle.server.mcp_config.env[name])?.[1] ?? '';
      expect(bundle.user_config[asked]).toMatchObject({ sensitive: true });
    }
  });
});

describe('every published package', () => {
  it.each(publishedPackages(root).map(({ name, folder }) => [name, folder]))(
    '%s says where it comes from, which provenance is checked against',
    (_, folder) => {
      const { repository, homepage, bugs, license, engines } = read(join(folder, 'package.json'));
      expect(repository).toMatchObject({ type: 'git', directory: folder.slice(root.length + 1) });
      for (const page of [homepage, bugs]) expect(URL.canParse(page)).toBe(true);
      expect(license).toBe('MIT');
      expect(engines.node).toBe('>=22.13');
    },
  );
});

it('the root depends on every server, so that its tests run after their builds', () => {
  const { devDependencies } = read(join(root, 'package.json'));
  for (const server of servers) expect(devDependencies).toHaveProperty([read(join(server, 'package.json')).name]);
});

describe('the rules of the registry', () => {
  const entry = read(join(servers[0] ?? '', 'server.json'));
  const [npm] = entry.packages;

  it.each<[string, object]>([
    ['a description over 100 characters', { ...entry, description: 'x'.repeat(101) }],
    ['a name without a slash', { ...entry, name: 'intervals-mcp' }],
    ['a range for a version', { ...entry, version: '^1.0.0' }],
    ['a misspelt member', { ...entry, descripton: 'x' }],
    ['a package without a transport', { ...entry, packages: [{ ...npm, transport: undefined }] }],
    ['the version "latest" of a package', { ...entry, packages: [{ ...npm, version: 'latest' }] }],
    ['a bundle without a hash', { ...entry, packages: [{ ...npm, registryType: 'mcpb' }] }],
  ])('refuse %s', (_, wrong) => expect(isValid(JSON.parse(JSON.stringify(wrong)))).toBe(false));
});
