import { count, fault } from '../../../src/problems/finding.ts'
import type { GateCheck, Subject } from '../check.ts'

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
