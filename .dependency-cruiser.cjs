/** Import directions of the house. `test/architecture.test.ts` runs this, and proves on planted violations that it sees them. */

const own = (folder) => `^packages/${folder}/`;

/** A package may reach only the workspace packages named; third-party imports are other rules' business. */
function reaches(folder, allowed) {
  return {
    name: `${folder}-reaches-only-${allowed.join('-') || 'itself'}`,
    severity: 'error',
    from: { path: `${own(folder)}src/`, pathNot: '\\.test\\.ts$' },
    to: { path: '^(packages|servers)/', pathNot: [folder, ...allowed].map(own) },
  };
}

const notTests = '(\\.test\\.ts$|/test/|/testing/|/bench/)';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'metrics-stands-alone',
      comment: 'It runs in browsers and workers and is imported by other apps.',
      severity: 'error',
      from: { path: `${own('metrics')}src/`, pathNot: '\\.test\\.ts$' },
      to: { pathNot: own('metrics') },
    },
    reaches('activity-files', ['metrics']),
    reaches('workouts', ['metrics', 'activity-files']),
    reaches('secrets', []),
    reaches('mcp-kit', ['secrets']),
    reaches('sandbox', ['metrics', 'activity-files']),
    reaches('training-tools', ['metrics', 'activity-files', 'workouts', 'secrets', 'mcp-kit']),
    {
      name: 'packages-know-no-server',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^servers/' },
    },
    {
      name: 'servers-know-no-other-server',
      severity: 'error',
      from: { path: '^servers/([^/]+)/' },
      to: { path: '^servers/', pathNot: '^servers/$1/' },
    },
    {
      name: 'packages-are-imported-by-name',
      comment: 'A relative path into another package skips its exports.',
      severity: 'error',
      from: { path: '^(packages|servers)/([^/]+)/(src|sandbox)/' },
      to: { path: '^(packages|servers)/', pathNot: '^$1/$2/', dependencyTypes: ['local'] },
    },
    {
      name: 'tools-see-the-port-not-the-wire',
      comment: 'Types of the wire are part of the port; its code is not.',
      severity: 'error',
      from: { path: '^servers/[^/]+/src/tools/', pathNot: '\\.test\\.ts$' },
      to: { path: '^servers/[^/]+/(src/client/|sandbox/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tools-do-no-input-or-output',
      severity: 'error',
      from: { path: '^servers/[^/]+/src/(tools|domain)/', pathNot: '\\.test\\.ts$' },
      // Hashing is arithmetic.
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'domain-knows-no-tool-and-no-endpoint',
      severity: 'error',
      from: { path: '^servers/[^/]+/src/domain/', pathNot: '\\.test\\.ts$' },
      to: { path: '^servers/[^/]+/(src/(tools|client/(?!wire/|[^/]+/wire\\.ts|index\\.ts))|sandbox/)' },
    },
    {
      name: 'client-knows-neither-tools-nor-domain',
      severity: 'error',
      from: { path: '^servers/[^/]+/src/client/', pathNot: '\\.test\\.ts$' },
      to: { path: '^servers/[^/]+/(src/(tools|domain)|sandbox/)' },
    },
    {
      name: 'the-emulator-stays-out-of-the-product',
      comment: 'Only the lazily loaded demo reaches it.',
      severity: 'error',
      from: { path: '^servers/[^/]+/src/', pathNot: ['\\.test\\.ts$', '/src/demo\\.ts$'] },
      to: { path: ['^servers/[^/]+/sandbox/', own('sandbox')] },
    },
    {
      name: 'the-emulator-is-not-built-from-our-client',
      severity: 'error',
      from: { path: '^servers/[^/]+/sandbox/', pathNot: '\\.test\\.ts$' },
      to: { path: '^servers/[^/]+/src/' },
    },
    {
      name: 'only-the-kit-speaks-http',
      severity: 'error',
      from: { pathNot: ['^packages/mcp-kit/src/http/', notTests] },
      to: { path: 'node_modules/ky/' },
    },
    {
      name: 'only-the-kit-speaks-mcp',
      severity: 'error',
      from: { path: '^(packages|servers)/', pathNot: ['^packages/mcp-kit/src/(server|transport)/', notTests] },
      to: { path: 'node_modules/@modelcontextprotocol/' },
    },
    {
      name: 'only-secrets-reaches-the-keychain',
      severity: 'error',
      from: { pathNot: ['^packages/secrets/src/keychain/', notTests] },
      to: { path: 'node_modules/@napi-rs/keyring' },
    },
    {
      name: 'the-product-imports-no-test-code',
      severity: 'error',
      from: { path: '^(packages|servers)/[^/]+/src/', pathNot: [notTests, '^packages/sandbox/'] },
      to: { path: '(\\.test\\.ts$|/testing/|node_modules/(vitest|msw|fast-check)/)', pathNot: '^packages/sandbox/' },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: { path: '^(packages|servers)/[^/]+/src/' },
      to: { couldNotResolve: true, pathNot: '^@napi-rs/keyring$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|catalogue|\\.turbo|\\.vitest)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@core/source', 'import', 'types', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
