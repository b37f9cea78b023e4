import { EpubCheck } from '@likecoin/epubcheck-ts'
import { count, type Finding, fault, remark } from '../../../src/problems/finding.ts'
import { NAMING } from '../../browser/conventions.ts'
import { openOfflineTab, origin } from '../../browser/offline-tab.ts'
import type { GateCheck, Subject } from '../check.ts'
import { readingThemes } from '../pictures/studio.ts'
import { runAxe } from '../read/axe.ts'
import type { EpubText } from '../read/epub.ts'
import { find } from '../read/html.ts'

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
  await sheet.ask(sheet.tab.evaluateOnNewDocument(NAMING))
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
