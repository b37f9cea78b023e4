import { deflateRawSync } from 'node:zlib'
import type { Kit } from '../../../src/kit.ts'
import { SEARCH_POINTER, type SearchPointer } from '../../../src/web/search/documents.ts'
import { sha256 } from '../../disk/files.ts'
import type { Bundle } from '../../store/bundle.ts'
import { searchData } from './documents.ts'
import type { Offered } from './site-documents.ts'

/** All that the search of a site knows, as JSON, deflated (hosts compress no file that they do not know), under a name made from its
 *  content, and the file that tells this name: pages need not change when a fiche does.
 *  @param pageOf the finished page of an item. @param downloads the files offered
 *  @throws Error when a page holds no article. @see RFC 1951 */
export function searchFiles(
  kit: Kit,
  pageOf: (id: string, kind: 'fiche' | 'page') => string,
  downloads: readonly Offered[],
): Bundle {
  const bytes = deflateRawSync(JSON.stringify(searchData(kit, pageOf, downloads)), { level: 9 })
  const hash = sha256(bytes).slice(0, 16)
  const pointer: SearchPointer = { index: `assets/recherche-${hash}.bin` }
  return { [SEARCH_POINTER]: new TextEncoder().encode(JSON.stringify(pointer)), [pointer.index]: bytes }
}
