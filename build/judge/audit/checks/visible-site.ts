import { count, fault, named } from '../../check.ts'
import type { AuditCheck } from '../material.ts'
import type { PageUse } from '../read/page-use.ts'

/** What the site's files say can be seen: HTML may hold a paragraph that a style sheet hides. */
export const visibleSite: AuditCheck = {
  id: 'visible-site',
  title:
    'Tout le texte du site se voit, sur un téléphone, un ordinateur et le papier, sans défiler de côté, et ses boutons répondent',
  async *run({ visits }) {
    const pages = await visits()
    for (const { path, wide, hidden, scriptErrors, deafButtons, ...use } of pages) {
      const place = `Site, ${path}`
      for (const { how, texts } of hidden)
        yield fault(
          `${place}, ${how}`,
          `${count(texts.length, 'texte')} de la page ne ${texts.length > 1 ? 'se voient' : 'se voit'} pas : « ${shorten(texts[0] ?? '')} »${texts.length > 1 ? ', et la suite' : ''}.`,
        )
      if (wide.length > 0) yield fault(place, `La page défile de côté à ${wide.join(', ')} px.`)
      for (const message of scriptErrors) yield fault(place, `Un programme de la page s’arrête : ${message}`)
      for (const name of deafButtons) yield fault(place, `Le bouton « ${name} » ne fait rien.`)
      for (const message of faultsOfUse(use)) yield fault(place, message)
    }
    return `${count(pages.length, 'page')} ouvertes dans un navigateur, de 320 à 1920 px, comme elles s’impriment et dans les couleurs qu’un lecteur impose`
  },
}

function* faultsOfUse({
  unseenFocus,
  skipSeen,
  unreachable,
  unheard,
  restless,
  printedTools,
  emptyFolds,
}: PageUse): Generator<string> {
  if (unseenFocus.length > 0) yield `Au clavier, rien ne montre que l’on est sur ${named(unseenFocus)}.`
  if (!skipSeen) yield 'Au clavier, le lien qui mène au contenu ne se montre pas.'
  if (unreachable.length > 0) yield `Ni le doigt ni la souris n’atteignent ${named(unreachable)}.`
  if (unheard.length > 0) yield `Un lecteur d’écran ne dit pas ${named(unheard)}.`
  if (restless.length > 0)
    yield `La page bouge sans fin, ou pour qui a demandé du repos : ${named(restless)}.`
  if (printedTools.length > 0) yield `Le papier porte ce dont seul un écran se sert : ${named(printedTools)}.`
  if (emptyFolds.length > 0) yield `Sur un téléphone, ${named(emptyFolds)} s’ouvre sur rien.`
}

const shorten = (text: string) =>
  (text.length > 120 ? `${text.slice(0, 120).trimEnd()} …` : text).replace(/\s+/g, ' ')
