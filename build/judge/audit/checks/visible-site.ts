import { count, fault } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'

/** What the site's files say can be seen: HTML may hold a paragraph that a style sheet hides. */
export const visibleSite: AuditCheck = {
  id: 'visible-site',
  title:
    'Tout le texte du site se voit, sur un téléphone, un ordinateur et le papier, sans défiler de côté, et ses boutons répondent',
  async *run({ visits }) {
    const pages = await visits()
    for (const { path, wide, hidden, scriptErrors, deafButtons, faultsOfUse } of pages) {
      const place = `Site, ${path}`
      for (const { how, texts } of hidden)
        yield fault(
          `${place}, ${how}`,
          `${count(texts.length, 'texte')} de la page ne ${texts.length > 1 ? 'se voient' : 'se voit'} pas : « ${shorten(texts[0] ?? '')} »${texts.length > 1 ? ', et la suite' : ''}.`,
        )
      if (wide.length > 0) yield fault(place, `La page défile de côté à ${wide.join(', ')} px.`)
      for (const message of scriptErrors) yield fault(place, `Un programme de la page s’arrête : ${message}`)
      for (const name of deafButtons) yield fault(place, `Le bouton « ${name} » ne fait rien.`)
      for (const message of faultsOfUse) yield fault(place, message)
    }
    return `${count(pages.length, 'page')} ouvertes dans un navigateur, de 320 à 1920 px, comme elles s’impriment et dans les couleurs qu’un lecteur impose`
  },
}

const shorten = (text: string) =>
  (text.length > 120 ? `${text.slice(0, 120).trimEnd()} …` : text).replace(/\s+/g, ' ')
