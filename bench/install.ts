import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  closureOf,
  folderSize,
  installedManifests,
  installTarballs,
  pack,
  publishedPackages,
} from '../scripts/pack/tarballs.ts';

/** What `npm install @scope/intervals-mcp` puts on a disk, without the optional keychain. */
export function measureInstall(root: string): { readonly packages: number; readonly bytes: number } {
  const work = mkdtempSync(join(tmpdir(), 'install-'));
  try {
    const all = publishedPackages(root);
    const wanted = closureOf('@scope/intervals-mcp', all);
    const project = join(work, 'project');
    mkdirSync(project);
    pack(
      all.filter(({ name }) => wanted.includes(name)),
      work,
    );
    installTarballs(wanted, work, project);
    return { packages: installedManifests(project).length, bytes: folderSize(join(project, 'node_modules')) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
