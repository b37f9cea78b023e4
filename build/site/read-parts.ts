import { Parser } from 'htmlparser2'
import { blockNamed } from '../../src/blocks/index.ts'
import type { SearchPart } from '../../src/search/index.ts'

/** Parts of a page that no reader searches: tools, drawings, what is said elsewhere. */
const ignored =
  /(?:^|\s)(?:hors-vue|fiche-outils|tete-famille|tete-numero|tete-reperes|rang-levier|departement|paragraphe|mots-cles|retenir|fiche-dire|citer|donnees)(?:\s|$)/

const silent: ReadonlySet<string> = new Set([
  'svg',
  'nav',
  'button',
  'summary',
  'script',
  'style',
  'template',
])
const blocks = /^(?:p|li|h[1-6]|dt|dd|td|th|tr|figcaption|caption|div|aside|section|blockquote|summary)$/

type Open = {
  name: string
  silent: boolean
  part: SearchPart | null
  title: SearchPart | null
  place: boolean
  cited: boolean
  /** Anchor of the block whose domains it lists. */
  domains: string | null
  /** Said at its end. */
  ending: string
}

/** A misconception and its verdict are one quotation, which no passage parts: `« Une subvention échappe à tout contrôle : FAUX »`. */
const aroundClass: Readonly<Record<string, [before: string, after: string]>> = {
  idee: ['« ', ' : '],
  verdict: ['', ' » '],
}

/** Reads the article of a page part by part, in reading order: the page itself (all before its first title), then each
 *  section, lever, example and figure with its anchor. */
export function readParts(html: string): SearchPart[] {
  const page: SearchPart = { genre: 'page', titre: '', texte: '' }
  const parts: SearchPart[] = [page]
  /** The elements that are open, the article first. */
  const opened: Open[] = []
  let over = false
  // Blocks beside the text are parts of their own; after one, the text goes on where it was.
  let flow: SearchPart = page
  const current = () => opened.findLast(({ part }) => part)?.part ?? flow
  const begin = (part: SearchPart) => {
    parts.push(part)
    return part
  }
  const say = (text: string) => {
    const title = opened.findLast(({ title }) => title)?.title
    if (title) title.titre += text
    else if (opened.some(({ place }) => place)) {
      const part = current()
      part.lieu = (part.lieu ?? '') + text
    } else current().texte += text
  }
  const parser = new Parser({
    onopentag(name, { class: classes = '', id, 'data-departement': departement }) {
      if (over || (opened.length === 0 && name !== 'article')) return
      const block = /^bloc ([\w-]+)/.exec(classes)?.[1]
      const genre = block && blockNamed(block).search
      const [before = '', ending = ''] = aroundClass[classes.split(' ')[0] ?? ''] ?? []
      const open: Open = {
        name,
        ending,
        silent: silent.has(name) || ignored.test(classes) || (opened.at(-1)?.silent ?? false),
        part: null,
        title: null,
        place: /(?:^|\s)lieu(?:\s|$)/.test(classes),
        cited: /(?:^|\s)ressources-section(?:\s|$)/.test(classes),
        domains: (genre === 'domaine' && id) || null,
      }
      opened.push(open)
      if (open.silent) return
      if (blocks.test(name)) say(' ')
      if (before) say(before)
      const domains = opened.findLast(({ domains }) => domains)?.domains
      if (domains && name === 'li')
        open.part = begin({ genre: 'domaine', ancre: domains, titre: '', texte: '' })
      else if (domains && name === 'strong') open.title = opened.findLast(({ part }) => part)?.part ?? null
      else if (name === 'h1') open.title = page
      else if (/^h[23]$/.test(name) && id && !opened.some(({ part }) => part)) {
        const heading =
          name === 'h3' ? 'levier' : opened.some(({ cited }) => cited) ? 'ressources' : 'section'
        flow = begin({ genre: heading, ancre: id, titre: '', texte: '' })
        open.title = flow
      } else if ((genre === 'exemple' || genre === 'chiffre') && id) {
        open.part = begin({ genre, ancre: id, titre: '', texte: '' })
        if (departement) open.part.departements = departement.split(' ')
      } else if (/(?:^|\s)(?:bloc-titre|etiquette)(?:\s|$)/.test(classes)) {
        const part = opened.findLast(({ part }) => part)?.part
        // « Exemple » is said of every example; the title of figures is their label.
        if (part?.genre === 'exemple' && classes.includes('etiquette')) open.silent = true
        else if (part) open.title = part
        else if (/etiquette/.test(classes) && !opened.some(({ name }) => name === 'figure'))
          open.silent = true
      }
    },
    ontext(text) {
      if (opened.at(-1)?.silent === false) say(text)
    },
    onclosetag() {
      const open = opened.pop()
      if (open && !open.silent) say(open.ending + (blocks.test(open.name) ? ' ' : ''))
      over ||= open !== undefined && opened.length === 0
    },
  })
  parser.end(html)
  for (const part of parts) {
    part.titre = tidy(part.titre).replace(/\s:$/, '')
    part.texte = tidy(part.texte)
    if (part.lieu) part.lieu = tidy(part.lieu)
  }
  return parts.filter(({ titre, texte }) => titre !== '' || texte !== '')
}

const tidy = (text: string) => text.replace(/[\t\n\r ]+/g, ' ').trim()
