import { count, fault } from '../../../src/problems/index.ts'
import type { GateCheck, Subject } from '../check.ts'
import { elementsOf, type Parent, parseXml } from '../read/html.ts'
import { isOutside } from './addresses.ts'

/** An edition runs no code of a text, and fetches nothing from elsewhere: a fiche must bring neither. */
export const safety = {
  id: 'surete',
  title: 'Aucune édition n’exécute de code venu des fiches ni ne va chercher quoi que ce soit ailleurs',
  phase: 'editions',
  async *run({ site, pdf, epub }: Pick<Subject, 'site' | 'pdf' | 'epub'>) {
    const [{ pages, atelier, files, text }, { actions, attachments }, book] = [
      await site(),
      await pdf(),
      await epub(),
    ]
    for (const { path, root } of [...pages.values(), ...atelier.values()])
      for (const message of active(root, 'from files')) yield fault(`Site, ${path}`, message)
    for (const path of files)
      for (const message of resource(path, (await text(path)) ?? '')) yield fault(`Site, ${path}`, message)
    for (const action of actions) yield fault('PDF', `Action automatique : ${action}.`)
    for (const name of attachments) yield fault('PDF', `Fichier joint : ${name}.`)
    for (const [path, bytes] of book.files) {
      const content = () => new TextDecoder().decode(bytes)
      const messages = path.endsWith('html')
        ? active(parseXml(content()), 'never')
        : resource(path, content())
      for (const message of messages) yield fault(`Livre numérique, ${path}`, message)
    }
    return `${count(pages.size, 'page')} et ${count(files.size, 'fichier')} du site, ${count(book.files.size, 'fichier')} du livre numérique, actions et pièces jointes du PDF`
  },
} satisfies GateCheck

/** Elements that fetch by themselves; a link waits for its reader. */
const fetching = new Set('script img source iframe object embed video audio track image use input'.split(' '))

function* active(root: Parent, scripts: 'never' | 'from files'): Generator<string> {
  for (const { name, attribs } of elementsOf(root)) {
    const isOwn = scripts === 'from files' && attribs['src'] !== undefined
    if (name === 'script' && attribs['type'] !== 'application/ld+json' && !isOwn) yield 'script dans la page'
    if (name === 'form' && isOutside(attribs['action'] ?? '')) yield `formulaire vers ${attribs['action']}`
    if (name === 'iframe' || name === 'object' || name === 'embed') yield `élément <${name}>`
    for (const [attribute, value] of Object.entries(attribs)) {
      if (/^on/.test(attribute)) yield `attribut ${attribute}`
      if (/^\s*(javascript|vbscript|data:text)/i.test(value)) yield `adresse ${value.slice(0, 40)}`
    }
    // A link of the head names where a page lies, or has the browser fetch its target.
    const loads =
      fetching.has(name) ||
      (name === 'link' && !/^(?:canonical|alternate|license|author)$/.test(attribs['rel'] ?? ''))
    for (const key of loads ? ['src', 'srcset', 'poster', 'xlink:href', 'href'] : [])
      if (isElsewhere(attribs[key] ?? '')) yield `va chercher ${attribs[key]}`
  }
}

const isElsewhere = (address: string) => isOutside(address) && !address.startsWith('data:')

function* resource(path: string, text: string): Generator<string> {
  if (!/\.(?:css|svg)$/.test(path)) return
  for (const [, url, sheet] of text.matchAll(/url\(\s*["']?([^"')\s]+)|@import\s+["']([^"']+)/g))
    if (isElsewhere(url ?? sheet ?? '')) yield `va chercher ${url ?? sheet}`
  if (path.endsWith('.svg')) yield* active(parseXml(text), 'never')
}
