export { buildSite } from './build-site.ts'
export { offeredAs } from './downloads.ts'
export { offlineFiles, withOfflineFiles } from './offline.ts'
