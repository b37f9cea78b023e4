import { count, type Finding, fault } from '../../check.ts'
import type { AuditCheck } from '../material.ts'
import type { EpubText } from '../read/epub.ts'
import { type Element, find, findAll, parseHtml, textOf } from '../read/html.ts'
import { wordsOf } from '../words.ts'

/** The three tables of an e-book (navigation, NCX of old readers) lead to what they name; its style hides nothing that is to be read. */
export const bookTables: AuditCheck = {
  id: 'tables-livre',
  title: 'Les tables du livre numérique mènent à ce qu’elles nomment, et ses styles ne cachent rien',
  subject: 'epub',
  async run({ epub }) {
    const book = await epub()
    const table = find(book.nav.root, ({ name, attribs }) => name === 'nav' && attribs['epub:type'] === 'toc')
    const lines = table ? findAll(table, ({ name }) => name === 'a').map(lineOf) : []
    return {
      state: 'verifie',
      evidence: `${count(lines.length, 'ligne')} de la table, toc.ncx, feuilles de style`,
      findings: [...inNav(book, lines), ...inNcx(book, lines), ...hiding(book)],
    }
  },
}

type Line = { text: string; href: string }
const lineOf = (link: Element): Line => ({ text: textOf(link).trim(), href: link.attribs['href'] ?? '' })
const words = (text: string) => wordsOf(text).join(' ')

/** Each line names the heading to which it leads, and each section is there. */
function inNav(book: EpubText, lines: readonly Line[]): Finding[] {
  const place = 'Livre numérique, table des matières'
  const listed = new Set(lines.map(({ href }) => href))
  const wrong = lines.flatMap(({ text, href }) => {
    const [file = '', id] = href.split('#')
    const chapter = book.chapter(file)
    const target = chapter && (id ? find(chapter.root, ({ attribs }) => attribs['id'] === id) : undefined)
    return !target || words(textOf(target)).includes(words(text))
      ? []
      : [fault(place, `« ${text} » mène à « ${textOf(target).trim().slice(0, 60)} ».`)]
  })
  const missing = book.spine
    .filter(({ href }) => href.startsWith('fiche-'))
    .flatMap(({ href, root }) =>
      findAll(root, ({ name, attribs }) => name === 'h2' && attribs['id'] !== undefined)
        .filter(({ attribs }) => !listed.has(`${href}#${attribs['id']}`))
        .map(heading => fault(place, `La section « ${textOf(heading).trim()} » n’y est pas.`)),
    )
  return [...wrong, ...missing]
}

function inNcx({ files, folder }: EpubText, lines: readonly Line[]): Finding[] {
  const bytes = files.get(`${folder}/toc.ncx`)
  if (!bytes) return []
  const points = findAll(
    parseHtml(new TextDecoder().decode(bytes), { xml: true }),
    ({ name }) => name === 'navPoint',
  )
  const targets = new Map(lines.map(({ text, href }) => [words(text), href]))
  return points.flatMap(point => {
    const src = find(point, ({ name }) => name === 'content')?.attribs['src'] ?? ''
    const text = labelOf(point)
    // A family has no page of its own: it leads where its first fiche begins.
    const within = find(point, ({ name }) => name === 'navPoint')
    const href = targets.get(words(text)) ?? (within && targets.get(words(labelOf(within))))
    return href === undefined ||
      href === src ||
      lines.some(one => words(one.text) === words(text) && one.href === src)
      ? []
      : [fault('Livre numérique, toc.ncx', `« ${text} » mène à ${src} au lieu de ${href}.`)]
  })
}

const labelOf = (point: Element): string => {
  const label = find(point, ({ name }) => name === 'navLabel')
  return label ? textOf(label).trim() : ''
}

/** A style that hides all elements of a kind hides words. */
function hiding({ files }: EpubText): Finding[] {
  return [...files].flatMap(([path, bytes]) =>
    path.endsWith('.css')
      ? [
          ...new TextDecoder()
            .decode(bytes)
            .matchAll(
              /([^{}]+)\{[^{}]*?(?:display:\s*none|visibility:\s*hidden|font-size:\s*0[;\s}]|opacity:\s*0[;\s}])/g,
            ),
        ]
          .map(([, selector = '']) => selector.trim())
          .filter(selector =>
            /(?:^|[\s,>])(?:html|body|main|section|p|li|ul|ol|h[1-6]|td|th|table|figure|aside|blockquote)\s*(?:,|$)/.test(
              selector,
            ),
          )
          .map(selector => fault(`Livre numérique, ${path}`, `Le style cache « ${selector} ».`))
      : [],
  )
}
