import { deflateSync } from 'fflate'
import type { Kit } from '../../../src/kit.ts'
import { searchData } from './documents.ts'
import type { Offered } from './site-documents.ts'

/** Where the site keeps what its search knows. */
export const SEARCH_FILE = 'recherche.bin'

/** All that the search of a site knows, as JSON, deflated: hosts compress no file that they do not know.
 *  @param pageOf the finished page of an item. @param downloads the files offered
 *  @throws Error when a page holds no article. @see RFC 1951 */
export const searchFile = (
  kit: Kit,
  pageOf: (id: string, kind: 'fiche' | 'page') => string,
  downloads: readonly Offered[],
): Uint8Array =>
  deflateSync(new TextEncoder().encode(JSON.stringify(searchData(kit, pageOf, downloads))), { level: 9 })
