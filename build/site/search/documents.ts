import { addressOf } from '../../../src/addresses.ts'
import { indexesOf } from '../../../src/indexes/indexes.ts'
import type { Kit } from '../../../src/kit.ts'
import { remember } from '../../../src/remember.ts'
import { escapeXml } from '../escape-xml.ts'
import { inclusiveForms } from './inclusive-forms.ts'

/** A page as the search reads it: its address in the site, what is told of it, and HTML with nothing but what may be found.
 *  A text is the same object as long as the page is what it was: it costs nothing to compare. */
export type SearchDocument = { url: string; meta: string; text: string }

export const contentOf = ({ meta, text }: SearchDocument) =>
  `<html lang="fr"><body>${meta}${text}</body></html>`

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
  ...['exemple', 'propos', 'definition', 'loi', 'info', 'graphique'].map(bloc => `.${bloc} .etiquette`),
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
    const page = readPage(pageOf(fiche.slug, 'fiche'), fiche.slug)
    documents.push(document(kit, { kind: 'fiche', id: fiche.slug }, page, meta))
  }
  for (const page of kit.pages) {
    if (page.gabarit !== 'texte') continue
    const read = readPage(pageOf(page.slug, 'page'), page.slug)
    documents.push(document(kit, { kind: 'page', id: page.slug }, read, { genre: 'Page du kit' }))
  }
  const entries = indexesOf(kit).sigles.map(
    ({ sigle, developpe }) =>
      `<h2 id="sigle-${sigle.replace(/[^A-Za-z0-9]+/g, '-')}">${escapeXml(sigle)}</h2><p>${escapeXml(developpe)}</p>`,
  )
  if (entries.length > 0)
    documents.push(
      document(kit, { kind: 'sigles', id: 'sigles' }, readBody(`<h1>Sigles</h1>${entries.join('')}`), {
        genre: 'Index',
      }),
    )
  return documents
}

function document(
  kit: Kit,
  item: Parameters<typeof addressOf>[0],
  { forms, text }: Read,
  meta: Record<string, string | number | undefined>,
): SearchDocument {
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
    meta: metas.join('') + filter,
    text,
  }
}

/** `forms`: what the inclusive forms of a page stand for. */
type Read = { forms: string; text: string }

const readBody = (body: string): Read => ({
  forms: inclusiveForms(body.replace(/<[^>]+>/g, ' ')).join(' '),
  text: straightened(body),
})

/** @returns null without an article */
const readArticle = remember(html => {
  const found = /<article[\s\S]*<\/article>/.exec(html)
  return found && readBody(found[0])
})

function readPage(html: string, slug: string): Read {
  const read = readArticle(html)
  if (!read) throw new Error(`the page of ${slug} holds no article`)
  return read
}

/** Pagefind cuts words at a straight apostrophe only: « l’échelle » would be one word. Readers see the curved one again.
 *  Attributes keep theirs. */
const straightened = (html: string) => html.replace(/’(?=[^<>]*<)/g, "'")
