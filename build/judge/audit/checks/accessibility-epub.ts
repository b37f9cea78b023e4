import { EpubCheck } from '@likecoin/epubcheck-ts'
import { NAMING } from '../../../browser/conventions.ts'
import { openOfflineTab, origin } from '../../../browser/offline-tab.ts'
import { count, type Finding, fault, remark } from '../../check.ts'
import { readingThemes } from '../../reading-themes.ts'
import { runAxe } from '../axe.ts'
import type { AuditCheck, Material } from '../material.ts'
import type { EpubText } from '../read/epub.ts'
import { find, findAll, textOf } from '../read/html.ts'

/** Properties that tell a reader, and a bookshop, what the book offers. @see EPUB Accessibility 1.1 §2.2 */
const REQUIRED = [
  'accessMode',
  'accessModeSufficient',
  'accessibilityFeature',
  'accessibilityHazard',
  'accessibilitySummary',
]

/** epubcheck, then what it lets pass: language, titles, alternatives and accessibility metadata. */
export const accessibilityEpub: AuditCheck = {
  id: 'accessibilite-epub',
  title: 'Le livre numérique est valide (epubcheck), dit comment il se lit et se lit de jour comme de nuit',
  async *run(material) {
    const book = await material.epub()
    yield* faultsOfBook(book)
    yield* faintIn(book, material)
    return `${count(book.spine.length, 'chapitre')}, epubcheck et métadonnées d’accessibilité`
  },
}

/** Words that their ground hides, in a reader's day and night. Fiches of one family are set alike: one stands for them. */
async function* faintIn(
  { files, folder, spine }: EpubText,
  { browser, signal }: Material,
): AsyncGenerator<Finding> {
  await using sheet = await openOfflineTab(await browser(), files)
  await sheet.ask(sheet.tab.evaluateOnNewDocument(NAMING))
  const seen = new Set<string>()
  for (const { href, root } of spine) {
    signal.throwIfAborted()
    const kind = find(root, 'body')?.attribs['class'] ?? href
    if (seen.has(kind)) continue
    seen.add(kind)
    await sheet.ask(sheet.tab.goto(`${origin}${folder}/${href}`, { waitUntil: 'load' }))
    for (const { name, css } of readingThemes) {
      await sheet.ask(sheet.tab.addStyleTag({ content: css }))
      const faint = await sheet.ask(runAxe(sheet.tab, { rules: ['color-contrast'] }))
      for (const { targets } of faint)
        yield fault(
          `Livre numérique, ${href}, ${name}`,
          `Le texte se détache mal de son fond : ${targets.slice(0, 3).join(' ; ')}.`,
        )
    }
  }
}

/** What epubcheck says of an e-book, and what it lets pass. */
export async function* faultsOfBook(book: EpubText): AsyncGenerator<Finding> {
  const { messages } = await EpubCheck.validate(Uint8Array.from(book.bytes))
  for (const { severity, id, message, location } of messages) {
    const tell = severity === 'warning' ? remark : fault
    if (severity !== 'info' && severity !== 'usage')
      yield tell(`Livre numérique, ${location?.path ?? book.folder}`, `${id} : ${message}`)
  }
  yield* metadata(book)
  yield* chapters(book)
}

function* metadata({ opf }: EpubText): Generator<Finding> {
  const properties = findAll(opf, 'meta').map(({ attribs }) => attribs['property'] ?? '')
  const language = findAll(opf, 'dc:language').map(element => textOf(element).trim())
  for (const name of REQUIRED.filter(name => !properties.includes(`schema:${name}`)))
    yield fault('Livre numérique', `La métadonnée schema:${name} manque.`)
  if (!language.some(code => /^fr\b/.test(code)))
    yield fault('Livre numérique', `La langue du livre n’est pas le français : « ${language.join(', ')} ».`)
}

function* chapters({ spine }: EpubText): Generator<Finding> {
  for (const { href, root } of spine) {
    const place = `Livre numérique, ${href}`
    const html = find(root, 'html')
    const images = findAll(root, ({ name, attribs }) => name === 'img' && !attribs['alt']?.trim())
    const headings = findAll(root, 'h1')
    const cover = findAll(root, ({ attribs }) => attribs['epub:type'] === 'cover').length > 0
    if (!/^fr\b/.test(html?.attribs['xml:lang'] ?? ''))
      yield fault(place, 'Le chapitre ne dit pas sa langue.')
    for (const { attribs } of images)
      yield fault(place, `L’image ${attribs['src'] ?? ''} n’a pas de texte de remplacement.`)
    if (headings.length !== 1 && !cover)
      yield fault(place, `Le chapitre a ${headings.length} titres de premier niveau.`)
  }
}
