export { type Capability, capabilitySum, capabilityTable, type Standing, standingOf } from './capability.ts';
export { bytesPerToken, type Catalogue, catalogueOf, type ListedTool, type ToolCost } from './catalogue.ts';
export { allowedGrowth, catalogueFiles } from './files.ts';
export { toolTable } from './tool-table.ts';
export type { JsonSchema } from '../tool/advertise.ts';
export { bundleEntry, bundleManifest } from '../listing/bundle-manifest.ts';
export { installTable } from '../listing/install-table.ts';
export { type PackageFacts, pageOf, repositoryPage } from '../listing/package-facts.ts';
export { type ReleasedBundle, registryEntry, registrySchema } from '../listing/registry-entry.ts';
