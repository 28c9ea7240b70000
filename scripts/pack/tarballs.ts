import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package of the workspace that is published. */
export interface Published {
  readonly name: string;
  readonly folder: string;
  /** Workspace packages it depends on. */
  readonly dependencies: readonly string[];
  readonly isServer: boolean;
}

/** Every published package of the workspace. */
export function publishedPackages(root: string): Published[] {
  return globSync('{packages,servers}/*/package.json', { cwd: root })
    .sort()
    .map((file) => {
      const manifest = JSON.parse(readFileSync(join(root, file), 'utf8')) as {
        name: string;
        dependencies?: Record<string, string>;
      };
      const dependencies = Object.entries(manifest.dependencies ?? {}).filter(([, range]) =>
        range.startsWith('workspace:'),
      );
      return {
        name: manifest.name,
        folder: join(root, file, '..'),
        dependencies: dependencies.map(([name]) => name),
        isServer: file.startsWith('servers/'),
      };
    });
}

/** A package and every workspace package below it, itself first. */
export function closureOf(name: string, packages: readonly Published[]): string[] {
  const found = new Set<string>();
  const visit = (each: string) => {
    if (found.has(each)) return;
    found.add(each);
    for (const dependency of packages.find((candidate) => candidate.name === each)?.dependencies ?? [])
      visit(dependency);
  };
  visit(name);
  return [...found];
}

/** Where {@link pack} puts a package's tarball. */
export function tarballOf(name: string, folder: string): string {
  return join(folder, `${name.replace(/^@/, '').replace('/', '-')}.tgz`);
}

/** Packs built packages as they would be published. */
export function pack(packages: readonly Published[], into: string): void {
  // Under a pnpm script pnpm is on the path; a bare `vitest` finds it through npx.
  const [command, ...before] = spawnSync('pnpm', ['--version']).status === 0 ? ['pnpm'] : ['npx', '-y', 'pnpm@12'];
  for (const { name, folder } of packages) run(command!, [...before, 'pack', '--out', tarballOf(name, into)], folder);
}

/** Installs tarballs with plain npm into an existing empty folder, without optional packages. */
export function installTarballs(names: readonly string[], from: string, into: string): void {
  writeFileSync(join(into, 'package.json'), JSON.stringify({ name: 'stranger', private: true, type: 'module' }));
  run(
    'npm',
    ['install', '--no-audit', '--no-fund', '--omit=optional', ...names.map((name) => tarballOf(name, from))],
    into,
  );
}

/** Manifests of everything installed below a folder. */
export function installedManifests(folder: string): string[] {
  return globSync('node_modules/{@*/*,[!@.]*}/package.json', { cwd: folder }).map((file) => join(folder, file));
}

/** Bytes of all files below a folder. */
export function folderSize(folder: string): number {
  return globSync('**/*', { cwd: folder })
    .map((file) => statSync(join(folder, file)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
}

/** @throws Error with the command's output when it fails */
export function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} in ${cwd}: ${error?.message ?? ''}${stdout}${stderr}`);
  return stdout;
}
