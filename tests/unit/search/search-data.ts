import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { searchData } from '../../../build/site/search.ts'
import { createRenderer } from '../../../src/kit/body/create-renderer.ts'
import type { Kit } from '../../../src/kit/kit.ts'
import type { SearchData } from '../../../src/search/documents.ts'
import { typographText } from '../../../src/text/typography/index.ts'

/** What the search of a kit knows, its bodies set in the plainest page. */
export async function searchDataOf(
  fiches: string,
): Promise<{ kit: Kit; data: SearchData; pageOf: (id: string, kind: 'fiche' | 'page') => string }> {
  const { kit } = await readKit(fiches)
  if (!kit) throw new Error(`${fiches} cannot be read`)
  const renderer = createRenderer(kit, 'web')
  const pages = new Map<string, string>()
  const pageOf = (id: string, kind: 'fiche' | 'page') => {
    const page = pages.get(`${kind} ${id}`) ?? setPage(id, kind)
    pages.set(`${kind} ${id}`, page)
    return page
  }
  const setPage = (id: string, kind: 'fiche' | 'page') => {
    const fiche = kit.fiches.find(({ slug }) => slug === id)
    const page = kit.pages.find(({ slug }) => slug === id)
    const html =
      kind === 'fiche' && fiche && fiche.statut !== 'a-paraitre'
        ? renderer.fiche(fiche).html
        : page && renderer.page(page).html
    return `<article><h1>${typographText((fiche ?? page)?.titre ?? '')}</h1>${html}</article>`
  }
  const files = [
    { role: 'pdf-ecran', path: 'pdf/kit.pdf' },
    { role: 'epub', path: 'epub/kit.epub' },
    { role: 'extrait', path: 'pdf/extrait-liste.json' },
    { role: 'pdf-impression', path: 'pdf/kit-impression.pdf' },
  ]
  return { kit, data: searchData(kit, pageOf, files), pageOf }
}
