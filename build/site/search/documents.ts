import { addressOf } from '../../../src/addresses.ts'
import { indexesOf } from '../../../src/indexes/indexes.ts'
import type { Kit } from '../../../src/kit.ts'
import { remember } from '../../../src/remember.ts'
import { escapeXml } from '../escape-xml.ts'
import { inclusiveForms } from './inclusive-forms.ts'

/** A page as the search reads it: its address in the site, and HTML with nothing but what may be found. */
export type SearchDocument = { url: string; content: string }

/** Parts of a page that no reader searches: tools, drawings, what is said elsewhere. */
export const ignored = [
  'svg',
  'nav',
  'button',
  'summary',
  '.hors-vue',
  '.fiche-outils',
  '.tete-famille',
  '.tete-numero',
  '.tete-reperes',
  '.tete-formes',
  '.rang-levier',
  '.departement',
  '.paragraphe',
  ...['exemple', 'definition', 'loi', 'info', 'graphique'].map(bloc => `.${bloc} .etiquette`),
]

/** What is searched: the fiches and pages as they are written, and each acronym with what it stands for.
 *  @param pageOf the finished page of an item */
export function searchDocuments(
  kit: Kit,
  pageOf: (id: string, kind: 'fiche' | 'page') => string,
): SearchDocument[] {
  const documents: SearchDocument[] = []
  for (const fiche of kit.fiches) {
    if (fiche.statut === 'a-paraitre') continue
    const famille = kit.familles.find(({ id }) => id === fiche.famille)
    const meta = {
      numero: fiche.numero,
      famille: fiche.famille,
      genre: famille?.singulier,
      forme: famille?.forme,
      resume: fiche.resume,
    }
    const html = pageOf(fiche.slug, 'fiche')
    documents.push(document(kit, { kind: 'fiche', id: fiche.slug }, article(html, fiche.slug), meta))
  }
  for (const page of kit.pages) {
    if (page.gabarit !== 'texte') continue
    const html = pageOf(page.slug, 'page')
    documents.push(
      document(kit, { kind: 'page', id: page.slug }, article(html, page.slug), { genre: 'Page du kit' }),
    )
  }
  const entries = indexesOf(kit).sigles.map(
    ({ sigle, developpe }) =>
      `<h2 id="sigle-${sigle.replace(/[^A-Za-z0-9]+/g, '-')}">${escapeXml(sigle)}</h2><p>${escapeXml(developpe)}</p>`,
  )
  if (entries.length > 0)
    documents.push(
      document(kit, { kind: 'sigles', id: 'sigles' }, `<h1>Sigles</h1>${entries.join('')}`, {
        genre: 'Index',
      }),
    )
  return documents
}

function document(
  kit: Kit,
  item: Parameters<typeof addressOf>[0],
  body: string,
  meta: Record<string, string | number | undefined>,
): SearchDocument {
  const { forms, content } = readBody(body)
  const metas = Object.entries({ ...meta, formes: forms })
    .filter(([, value]) => value)
    .map(
      ([name, value]) =>
        `<p data-pagefind-meta="${name}[data-valeur]" data-valeur="${escapeXml(String(value))}"></p>`,
    )
  const filter = meta['famille']
    ? `<p data-pagefind-filter="famille[data-valeur]" data-valeur="${meta['famille']}"></p>`
    : ''
  return {
    // Without base: Pagefind adds it where the site is read.
    url: addressOf(item, 'web', { site: { ...kit.site, base: '/' } }),
    content: `<html lang="fr"><body>${metas.join('')}${filter}${content}</body></html>`,
  }
}

const readBody = remember(body => ({
  forms: inclusiveForms(body.replace(/<[^>]+>/g, ' ')).join(' '),
  content: straightened(body),
}))

/** Pagefind cuts words at a straight apostrophe only: « l’échelle » would be one word. Readers see the curved one again.
 *  Attributes keep theirs. */
const straightened = (html: string) => html.replace(/’(?=[^<>]*<)/g, "'")

function article(html: string, slug: string): string {
  const found = /<article[\s\S]*<\/article>/.exec(html)
  if (!found) throw new Error(`the page of ${slug} holds no article`)
  return found[0]
}
