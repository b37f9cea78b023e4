import { EpubCheck } from '@likecoin/epubcheck-ts'
import { count, type Finding, fault, remark } from '../../../src/problems/index.ts'
import { openOfflineTab, origin } from '../../ground/index.ts'
import type { GateCheck, Subject } from '../check.ts'
import { readingThemes } from '../pictures/studio.ts'
import { runAxe, type Violation } from '../read/axe.ts'
import type { EpubText } from '../read/epub.ts'
import { find } from '../read/html.ts'

/** HTML may hold a paragraph that a style sheet hides, and ask for files that the site lacks. */
export const visibleText = {
  id: 'visible-site',
  title: 'Tout le texte du site se voit, sur un téléphone, un ordinateur et le papier, sans défiler de côté',
  phase: 'editions',
  async *run({ visits }: Pick<Subject, 'visits'>) {
    const pages = await visits()
    for (const { path, wide, hidden, refused, scriptErrors } of pages) {
      const place = `Site, ${path}`
      for (const { view, texts } of hidden)
        yield fault(
          `${place}, ${view}`,
          `${count(texts.length, 'texte')} de la page ne ${texts.length > 1 ? 'se voient' : 'se voit'} pas : « ${shorten(texts[0] ?? '')} »${texts.length > 1 ? ', et la suite' : ''}.`,
        )
      if (wide.length > 0) yield fault(place, `La page défile de côté à ${wide.join(', ')} px.`)
      for (const address of refused) yield fault(place, `La page demande ${address}, que le site n’a pas.`)
      for (const message of scriptErrors) yield fault(place, `Un programme de la page s’arrête : ${message}`)
    }
    return `${count(pages.length, 'page')} ouvertes dans un navigateur, de 320 à 1280 px et comme elles s’impriment`
  },
} satisfies GateCheck

const shorten = (text: string) =>
  (text.length > 120 ? `${text.slice(0, 120).trimEnd()} …` : text).replace(/\s+/g, ' ')

/** axe-core on every page; colours on a page of each kind, by day and by night. */
export const axe = {
  id: 'accessibilite-site',
  title: 'Les pages du site passent le contrôle d’accessibilité automatique, de jour et de nuit',
  phase: 'editions',
  async *run({ visits }: Pick<Subject, 'visits'>) {
    const pages = await visits()
    for (const { path, day, night } of pages) {
      for (const violation of day) yield findingOf(`Site, ${path}`, violation)
      for (const violation of night) yield findingOf(`Site, ${path}, de nuit`, violation)
    }
    return `${count(pages.length, 'page')}, axe-core (WCAG 2.2 AA). Un contrôle automatique ne voit qu’une partie des critères : il ne remplace pas un audit`
  },
} satisfies GateCheck

/** A rule that matters little is a remark. */
function findingOf(place: string, { rule, help, impact, targets }: Violation): Finding {
  const rest = targets.length > 3 ? ` et ${targets.length - 3} autres` : ''
  const message = `${help} (${rule}) : ${targets.slice(0, 3).join(' ; ')}${rest}`
  return impact === 'minor' ? remark(place, message) : fault(place, message)
}

/** epubcheck, then axe on the chapters: language, title, alternatives, and colours in two themes. */
export const epubcheck = {
  id: 'accessibilite-epub',
  title: 'Le livre numérique est valide (epubcheck), dit comment il se lit et se lit de jour comme de nuit',
  phase: 'editions',
  async *run({ epub, ...editions }: Pick<Subject, 'epub' | 'browser' | 'signal'>) {
    const book = await epub()
    yield* invalid(book)
    yield* inaccessible(book, editions)
    return `${count(book.spine.length, 'chapitre')}, epubcheck et axe-core`
  },
} satisfies GateCheck

/** Fiches of one family are set alike: colours of one stand for its kind. */
async function* inaccessible(
  { files, folder, spine }: EpubText,
  { browser, signal }: Pick<Subject, 'browser' | 'signal'>,
): AsyncGenerator<Finding> {
  await using sheet = await openOfflineTab(await browser(), files)
  const kinds = new Set<string>()
  for (const { href, root } of spine) {
    signal.throwIfAborted()
    const kind = find(root, 'body')?.attribs['class'] ?? href
    const isNew = !kinds.has(kind)
    kinds.add(kind)
    await sheet.ask(sheet.tab.goto(`${origin}${folder}/${href}`, { waitUntil: 'load' }))
    const place = `Livre numérique, ${href}`
    for (const { help, targets } of await sheet.ask(runAxe(sheet.tab, { rules: RULES })))
      yield fault(place, `${help} : ${targets.slice(0, 3).join(' ; ')}.`)
    for (const { name, css } of isNew ? readingThemes : []) {
      await sheet.ask(sheet.tab.addStyleTag({ content: css }))
      for (const { targets } of await sheet.ask(runAxe(sheet.tab, { rules: ['color-contrast'] })))
        yield fault(
          `${place}, ${name}`,
          `Le texte se détache mal de son fond : ${targets.slice(0, 3).join(' ; ')}.`,
        )
    }
  }
}

/** Rules of axe-core that hold for a chapter. */
const RULES = ['html-has-lang', 'html-lang-valid', 'document-title', 'image-alt', 'empty-heading']

async function* invalid({ bytes, folder }: EpubText): AsyncGenerator<Finding> {
  const { messages } = await EpubCheck.validate(Uint8Array.from(bytes))
  for (const { severity, id, message, location } of messages)
    if (severity !== 'info' && severity !== 'usage')
      yield (severity === 'warning' ? remark : fault)(
        `Livre numérique, ${location?.path ?? folder}`,
        `${id} : ${message}`,
      )
}
