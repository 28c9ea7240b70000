import type { AnyProvider } from '../cli/option-table.ts';
import { type PackageFacts, pageOf, repositoryPage } from './package-facts.ts';
import { shownSettings } from './settings-shown.ts';

/** The revision of the registry's format that {@link registryEntry} writes. */
export const registrySchema = 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json';

const longestDescription = 100;

/** A bundle that lies where the registry can fetch it. */
export interface ReleasedBundle {
  readonly url: string;
  /** Hexadecimal. */
  readonly sha256: string;
}

/**
 * `server.json` of a server: its entry in the MCP registry.
 *
 * @param bundle the packed bundle, once it is released: its hash is not known before
 * @throws Error for a description that the registry would refuse
 */
export function registryEntry(provider: AnyProvider, facts: PackageFacts, bundle?: ReleasedBundle) {
  if (facts.description.length > longestDescription) {
    throw new Error(
      `The description of ${facts.name} is longer than the ${longestDescription} characters of the registry`,
    );
  }
  const { name, version } = facts;
  return {
    $schema: registrySchema,
    name: facts.mcpName,
    title: `${provider.platform} training data`,
    description: facts.description,
    version,
    repository: { url: repositoryPage(facts), source: 'github', subfolder: facts.repository.directory },
    websiteUrl: pageOf(facts, `${facts.repository.directory}/README.md`),
    packages: [
      {
        registryType: 'npm',
        registryBaseUrl: 'https://registry.npmjs.org',
        identifier: name,
        version,
        runtimeHint: 'npx',
        transport: { type: 'stdio' },
        environmentVariables: variables(provider),
      },
      ...(bundle === undefined
        ? []
        : [
            {
              registryType: 'mcpb',
              identifier: bundle.url,
              version,
              fileSha256: bundle.sha256,
              transport: { type: 'stdio' },
            },
          ]),
    ],
  };
}

function variables(provider: AnyProvider) {
  const credentials = provider.credentials.map(({ env, where, optional }) => ({
    name: env,
    description: where,
    isRequired: optional !== true,
    isSecret: true,
  }));
  const settings = shownSettings(provider).map(({ variable, description, kind, flag, choices, default: standard }) => ({
    name: variable,
    description,
    isRequired: false,
    format: kind === 'switch' ? 'boolean' : flag === 'files-dir' ? 'filepath' : 'string',
    ...(choices !== undefined && { choices }),
    // A folder that begins with ~ is right on this machine only when a shell has read it.
    ...(standard !== undefined && flag !== 'files-dir' && { default: standard }),
  }));
  return [...credentials, ...settings];
}
