export {
  codesOf,
  communesByLetter,
  type Groupement,
  placesByRegion,
  type Region,
  regionsOf,
  townOf,
} from './communes.ts'
export { configure, INPUT } from './configure.ts'
export { layoutModule, nunjucksRuntime } from './layout-code.ts'
export { placesOf } from './places.ts'
export { directives, metaPolicy, writePolicy } from './policy.ts'
export { type Document, type RenditionStore, render, renderSite } from './renditions.ts'
export { readSitePages, type SitePage } from './site-pages.ts'
export { type FormerEdition, hasUse, type PageHead, templatesOf } from './templates.ts'
export { bundleAssets, NO_ICONS, SCRIPT, SHEETS, sheetsOf, viteOptions } from './vite.ts'
export type { Cited, CitedSource } from './web/cite.ts'
export { embedPage, embedPath, oEmbed } from './web/embed.ts'
export { csvOf, gridCsv, gridOf } from './web/rgaa.ts'
export { picturePath } from './web/structured-data.ts'
export { siteChartsCss, siteTokensCss } from './web/tokens-css.ts'
