import type { AnyProvider } from '../cli/option-table.ts';
import { select } from '../selection/select.ts';
import { type PackageFacts, pageOf, repositoryPage } from './package-facts.ts';
import { type ShownSetting, shownSettings } from './settings-shown.ts';

/** The script of a bundle, relative to it. */
export const bundleEntry = 'server/main.mjs';

/** `manifest.json` of a server's MCP bundle: what a desktop client shows before it installs, asks for, and starts. */
export function bundleManifest(provider: AnyProvider, facts: PackageFacts) {
  const settings = shownSettings(provider);
  const listed = select(provider, {
    toolsets: [],
    include: [],
    exclude: [],
    readOnly: false,
    allowDelete: 'none',
  });
  return {
    manifest_version: '0.3',
    name: provider.bin,
    display_name: `${provider.platform} training data`,
    version: facts.version,
    description: facts.description,
    long_description: longDescription(provider),
    author: { name: 'the training-mcp authors', url: repositoryPage(facts) },
    repository: { type: 'git', url: repositoryPage(facts) },
    homepage: pageOf(facts, `${facts.repository.directory}/README.md`),
    documentation: pageOf(facts, `${facts.repository.directory}/README.md`),
    support: `${repositoryPage(facts)}/issues`,
    server: {
      type: 'node',
      entry_point: bundleEntry,
      mcp_config: {
        command: 'node',
        args: [`\${__dirname}/${bundleEntry}`],
        env: Object.fromEntries([
          ...provider.credentials.map(({ name, env }) => [env, `\${user_config.${name}}`]),
          ...settings.map(({ variable, flag }) => [variable, `\${user_config.${keyOf(flag)}}`]),
        ]),
      },
    },
    tools: listed.map(({ name, description }) => ({ name, description: firstSentence(description) })),
    // More toolsets can be switched on, and prompts need their arguments to have a text.
    tools_generated: true,
    prompts_generated: provider.prompts.length > 0,
    keywords: ['training', 'endurance', 'cycling', 'running', provider.id],
    license: facts.license,
    privacy_policies: [pageOf(facts, 'docs/privacy.md')],
    compatibility: { platforms: ['darwin', 'win32', 'linux'], runtimes: { node: facts.engines.node } },
    user_config: {
      ...Object.fromEntries(
        provider.credentials.map(({ name, title, where, optional }) => [
          name,
          { type: 'string', title, description: where, required: optional !== true, sensitive: true },
        ]),
      ),
      ...Object.fromEntries(settings.map((setting) => [keyOf(setting.flag), formField(setting)])),
    },
  };
}

/** `read-only` as a name that fits between `${user_config.` and `}`. */
function keyOf(flag: string): string {
  return flag.replaceAll('-', '_');
}

function formField({ flag, kind, description, choices, default: standard }: ShownSetting) {
  const words = flag.replaceAll('-', ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  const form = choices === undefined ? '' : ` (${choices.join(', ')})`;
  const type = kind === 'switch' ? 'boolean' : flag === 'files-dir' ? 'directory' : 'string';
  const preset = flag === 'files-dir' ? `\${DOWNLOADS}/training-files` : standard;
  return {
    type,
    title,
    description: `${description}${form}`,
    required: false,
    ...(type === 'boolean' && { default: false }),
    ...(preset !== undefined && type !== 'boolean' && { default: preset }),
  };
}

function firstSentence(text: string): string {
  return text.split(/(?<=[.!?])\s/)[0] ?? text;
}

function longDescription({ platform, credentials }: AnyProvider): string {
  const names = credentials.filter(({ optional }) => optional !== true).map(({ title }) => title);
  return [
    `Ask about your ${platform} training in your own words. Every number comes from your account or from formulas whose source is named.`,
    'Nothing that others see is written before you agreed to exactly that change, and nothing is deleted unless you allow it.',
    `It asks for: ${names.join(', ')}. Your client keeps that in its secret store, and it goes to ${platform} only.`,
  ].join('\n\n');
}
