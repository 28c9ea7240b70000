import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A command that a page tells people to run. */
export interface DocumentedCommand {
  readonly command: string;
  /** Pages it stands on, relative to the root. */
  readonly pages: readonly string[];
}

const program = /^(npx|npm|pnpm|node|sudo|docker|git|openssl|curl|claude|codex|code|gemini|systemctl|brew) /;

/** Every command in the Markdown pages of the repository: lines of shell blocks, and code in a sentence that begins with a program. */
export function documentedCommands(root: string): DocumentedCommand[] {
  const pages = globSync(
    ['*.md', 'docs/*.md', 'deploy/*.md', 'packages/*/README.md', 'servers/*/README.md', 'servers/*/docs/*.md'],
    { cwd: root },
  ).sort();
  const found = new Map<string, string[]>();
  for (const page of pages) {
    for (const command of commandsOf(readFileSync(join(root, page), 'utf8')))
      found.set(command, [...(found.get(command) ?? []), page]);
  }
  return [...found].map(([command, on]) => ({ command, pages: [...new Set(on)] }));
}

/** Commands of one page, without their comments. */
export function commandsOf(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^```(?:sh|bash|shell|console|zsh)\n([\s\S]*?)^```/gm)].map(
    ([, block = '']) => block,
  );
  const lines = blocks
    .flatMap((block) => block.replaceAll(/\s*\\\n\s*/g, ' ').split('\n'))
    .map((line) =>
      line
        .replace(/^\$ /, '')
        .replace(/(^|\s)#.*$/, '')
        .trim(),
    )
    .filter((line) => line !== '');
  const prose = markdown.replaceAll(/^```[\s\S]*?^```/gm, '');
  const inline = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code).filter((code) => program.test(code));
  return [...lines, ...inline];
}
