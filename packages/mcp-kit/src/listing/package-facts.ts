/** What a server's `package.json` says, as far as registries and bundles repeat it. */
export interface PackageFacts {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly engines: { readonly node: string };
  /** Name in the MCP registry, `io.github.owner/name`; the registry compares it with its own. */
  readonly mcpName: string;
  /** `directory` is the package's folder in the repository. */
  readonly repository: { readonly url: string; readonly directory: string };
}

/** The repository as a person opens it: `git+https://github.com/o/r.git` is `https://github.com/o/r`. */
export function repositoryPage({ repository }: Pick<PackageFacts, 'repository'>): string {
  return repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
}

/** A page of the repository's main branch. */
export function pageOf(facts: Pick<PackageFacts, 'repository'>, path: string): string {
  return `${repositoryPage(facts)}/blob/main/${path}`;
}
