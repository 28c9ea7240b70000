import { readFileSync, writeFileSync } from 'node:fs';
import { capabilityTable } from './capabilities.ts';
import { exampleText } from './example.ts';

/** The README with its generated parts brought up to date. */
export function withGenerated(readme: string): string {
  return [['example', exampleText()] as const, ['capabilities', capabilityTable()] as const].reduce(
    (text, [name, content]) => {
      const [open, close] = [`<!-- generated: ${name} -->`, `<!-- /generated: ${name} -->`];
      const start = text.indexOf(open);
      const end = text.indexOf(close);
      if (start === -1 || end === -1) throw new Error(`README.md lacks ${open} … ${close}`);
      return `${text.slice(0, start + open.length)}\n${content}\n${text.slice(end)}`;
    },
    readme,
  );
}

export const README = new URL('../README.md', import.meta.url);

if (import.meta.main) writeFileSync(README, withGenerated(readFileSync(README, 'utf8')));
