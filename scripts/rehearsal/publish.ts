import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { publishedPackages } from '../pack/tarballs.ts';
import { newStranger } from './stranger.ts';

const rootFiles = ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', '.changeset', 'LICENSE'];

/**
 * Publishes every built package to a registry the way a release does, with `changeset publish`. It runs in a copy, because
 * a release tags the repository that it runs in.
 *
 * @returns what the command printed
 * @throws Error when it fails
 */
export function publishAll(root: string, folder: string, registry: string): string {
  const copy = join(folder, 'repository');
  const { env } = newStranger(join(folder, 'maintainer'), registry);
  committedCopy(root, copy, env);
  const tools = pnpmFolder(join(folder, 'tools'));
  return run(join(root, 'node_modules/.bin/changeset'), ['publish'], copy, {
    ...env,
    PATH: [tools, dirname(process.execPath), env.PATH].join(delimiter),
    ...maintainer,
  });
}

/**
 * The versions that the next release would have if a package changed, with `changeset version`, in a copy.
 *
 * @returns by package name
 */
export function versionsAfter(root: string, folder: string, changed: string): Record<string, string> {
  const copy = join(folder, 'next-release');
  const { env } = newStranger(join(folder, 'author'));
  committedCopy(root, copy, env);
  for (const file of globSync('.changeset/*.md', { cwd: copy })) rmSync(join(copy, file));
  writeFileSync(join(copy, '.changeset/rehearsal.md'), `---\n'${changed}': patch\n---\n\nA fix.\n`);
  run(join(root, 'node_modules/.bin/changeset'), ['version'], copy, { ...env, ...maintainer });
  return Object.fromEntries(
    publishedPackages(copy).map(({ name, folder: place }) => {
      const { version } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as { version: string };
      return [name, version];
    }),
  );
}

const maintainer = {
  GIT_AUTHOR_NAME: 'rehearsal',
  GIT_AUTHOR_EMAIL: 'rehearsal@localhost',
  GIT_COMMITTER_NAME: 'rehearsal',
  GIT_COMMITTER_EMAIL: 'rehearsal@localhost',
};

/** A copy with a commit in it: changesets ask git what has changed, and tag it. */
function committedCopy(root: string, copy: string, env: Readonly<Record<string, string>>): void {
  copyRepository(root, copy);
  const git = (...args: string[]) => run('git', args, copy, { ...env, ...maintainer });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--force', 'package.json');
  git('commit', '--quiet', '-m', 'What is released');
}

/** The files that a release reads: manifests, builds, and the links by which pnpm finds the versions of its neighbours. */
function copyRepository(root: string, copy: string): void {
  mkdirSync(copy, { recursive: true });
  for (const name of rootFiles) {
    if (existsSync(join(root, name))) cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const { folder } of publishedPackages(root)) {
    const place = join(copy, relative(root, folder));
    mkdirSync(place, { recursive: true });
    for (const name of readdirSync(folder)) {
      if (!['dist', 'package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'node_modules'].includes(name)) continue;
      cpSync(join(folder, name), join(place, name), { recursive: true, verbatimSymlinks: true });
    }
  }
}

/** `changeset` calls `pnpm`, which a machine with nothing but npm does not have: then it is installed beside the copy. */
function pnpmFolder(folder: string): string {
  const found = spawnSync('sh', ['-c', 'command -v pnpm'], { encoding: 'utf8' }).stdout.trim();
  if (found !== '') return dirname(found);
  mkdirSync(folder, { recursive: true });
  const args = ['install', '--prefix', folder, '--no-audit', '--no-fund', 'pnpm@12'];
  run('npm', args, folder, process.env as Record<string, string>);
  return join(folder, 'node_modules/.bin');
}

function run(command: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  if (status === 0) return `${stdout}${stderr}`;
  throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? ''}\n${stdout}\n${stderr}`);
}
