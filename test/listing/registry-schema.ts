/**
 * The rules of the MCP registry for `server.json`, revision 2025-12-11, restated from its published JSON Schema (draft-07) so
 * that they hold without a network. Stricter in one thing: a member that the registry does not know is refused, because a
 * misspelt one would be ignored there in silence.
 */

const text = (rules: object = {}) => ({ type: 'string', ...rules });
const address = text({ format: 'uri' });
const listOf = (items: object) => ({ type: 'array', items });
const closed = (required: readonly string[], properties: object) => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
});

const input = {
  description: text(),
  isRequired: { type: 'boolean' },
  format: { enum: ['string', 'number', 'boolean', 'filepath'] },
  value: text(),
  isSecret: { type: 'boolean' },
  default: text(),
  placeholder: text(),
  choices: listOf(text()),
};
const variables = { type: 'object', additionalProperties: closed([], input) };
const keyValue = closed(['name'], { name: text(), ...input, variables });
const argument = {
  anyOf: [
    closed(['type', 'name'], {
      type: { const: 'named' },
      name: text(),
      isRepeated: { type: 'boolean' },
      ...input,
      variables,
    }),
    {
      ...closed(['type'], {
        type: { const: 'positional' },
        valueHint: text(),
        isRepeated: { type: 'boolean' },
        ...input,
        variables,
      }),
      anyOf: [{ required: ['valueHint'] }, { required: ['value'] }],
    },
  ],
};
const overHttp = (type: string) =>
  closed(['type', 'url'], { type: { const: type }, url: text({ minLength: 1 }), headers: listOf(keyValue) });
const transport = {
  anyOf: [closed(['type'], { type: { const: 'stdio' } }), overHttp('streamable-http'), overHttp('sse')],
};

/** A version is one version: the registry refuses `latest` and ranges. */
const version = text({
  minLength: 1,
  maxLength: 255,
  pattern: '^\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$',
});

const packaged = {
  ...closed(['registryType', 'identifier', 'transport'], {
    registryType: text(),
    registryBaseUrl: address,
    identifier: text(),
    version,
    fileSha256: text({ pattern: '^[a-f0-9]{64}$' }),
    runtimeHint: text(),
    runtimeArguments: listOf(argument),
    packageArguments: listOf(argument),
    environmentVariables: listOf(keyValue),
    transport,
  }),
  // Who downloads a bundle checks it against this.
  if: { properties: { registryType: { const: 'mcpb' } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, not a promise
  then: { required: ['fileSha256'] },
};

export const registrySchema = closed(['name', 'description', 'version'], {
  $schema: { const: 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json' },
  name: text({ minLength: 3, maxLength: 200, pattern: '^[a-zA-Z0-9.-]+/[a-zA-Z0-9._-]+$' }),
  title: text({ minLength: 1, maxLength: 100 }),
  description: text({ minLength: 1, maxLength: 100 }),
  version,
  websiteUrl: address,
  repository: closed(['url', 'source'], { url: address, source: text(), id: text(), subfolder: text() }),
  icons: listOf(
    closed(['src'], {
      src: text({ format: 'uri', maxLength: 255 }),
      mimeType: { enum: ['image/png', 'image/jpeg', 'image/jpg', 'image/svg+xml', 'image/webp'] },
      sizes: listOf(text({ pattern: '^(\\d+x\\d+|any)$' })),
      theme: { enum: ['light', 'dark'] },
    }),
  ),
  packages: listOf(packaged),
  remotes: listOf({ anyOf: [overHttp('streamable-http'), overHttp('sse')] }),
  _meta: { type: 'object' },
});
