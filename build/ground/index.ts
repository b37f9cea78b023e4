export { type BrowserOptions, openBrowser, orGone } from './browser/browser.ts'
export { browserIdentity, findChromium } from './browser/chromium.ts'
export { HANG_MS, origin } from './browser/conventions.ts'
export { type LazyBrowser, lazyBrowser } from './browser/lazy-browser.ts'
export { listenHere } from './browser/listen-here.ts'
export { type Files, newStillPage, type OfflineTab, openOfflineTab, TabCrash } from './browser/offline-tab.ts'
export { blockStyles, blocksPlugin, siteBlockStyles } from './disk/block-styles.ts'
export {
  codeOf,
  hashTree,
  isRunning,
  listFiles,
  orAbsent,
  ownedFolder,
  sha256,
  writeNew,
} from './disk/files.ts'
export { followFolder } from './disk/follow-folder.ts'
export {
  type Artefact,
  type Digest,
  describeSiteOf,
  digestOf,
  holds,
  MANIFEST,
  type Manifest,
  readArtefact,
  readManifest,
  writeManifest,
} from './disk/manifest.ts'
export { diskFolder, readKit } from './disk/read-kit.ts'
export { type Edition, editions, isForScreens, type Role, roleFolders, roles, SITE } from './disk/roles.ts'
export { withPdf } from './disk/with-pdf.ts'
export {
  bytesOf,
  type Glyph,
  padded,
  readGlyphs,
  readTables,
  readTrueType,
  type Tables,
  toSfnt,
  viewOf,
  writeTables,
} from './font/true-type.ts'
export { askLinks, type Judged } from './links/ask-links.ts'
export { readKitTexts, readPdfLinks, writeKitTexts } from './links/kit-texts.ts'
export { theWeb } from './links/open-web.ts'
export { allEnded, untilFired, withPatience } from './promises.ts'
export { type Bundle, bundleOf, pack, readFolder, unpack } from './store/bundle.ts'
export { type Cache, digestOfPress, kept, keyOf, openCache } from './store/cache.ts'
