export { finishSite, prepareSite } from './build-site.ts'
export { type FormerSites, readFormerSites } from './former-editions.ts'
export { offlineFiles, withOfflineFiles } from './offline.ts'
export { offerDownloads, offeredAs } from './site-documents.ts'
