export { layoutFilters } from './layout-filters.ts'
export { templatesOf } from './templates.ts'
export { cite } from './web/cite.ts'
export { siteChartsCss, siteTokensCss, tokensCss } from './web/tokens-css.ts'
