import { count, fault, verified } from '../../check.ts'
import type { AuditCheck } from '../material.ts'
import type { PageUse } from '../read/page-use.ts'

/** What the site's files say can be seen: HTML may hold a paragraph that a style sheet hides. */
export const visibleSite: AuditCheck = {
  id: 'visible-site',
  title:
    'Tout le texte du site se voit, sur un téléphone, un ordinateur et le papier, sans défiler de côté, et ses boutons répondent',
  subject: 'site',
  async run({ visits }) {
    const pages = await visits()
    return verified(
      `${count(pages.length, 'page')} ouvertes dans un navigateur, de 320 à 1920 px et comme elles s’impriment`,
      pages.flatMap(({ path, wide, hidden, scriptErrors, deafButtons, ...use }) => [
        ...hidden.map(({ how, texts }) =>
          fault(
            `Site, ${path}, ${how}`,
            `${count(texts.length, 'texte')} de la page ne ${texts.length > 1 ? 'se voient' : 'se voit'} pas : « ${shorten(texts[0] ?? '')} »${texts.length > 1 ? ', et la suite' : ''}.`,
          ),
        ),
        ...(wide.length > 0
          ? [fault(`Site, ${path}`, `La page défile de côté à ${wide.join(', ')} px.`)]
          : []),
        ...scriptErrors.map(message =>
          fault(`Site, ${path}`, `Un programme de la page s’arrête : ${message}`),
        ),
        ...deafButtons.map(name => fault(`Site, ${path}`, `Le bouton « ${name} » ne fait rien.`)),
        ...faultsOfUse(use).map(message => fault(`Site, ${path}`, message)),
      ]),
    )
  },
}

function* faultsOfUse({
  unseenFocus,
  skipSeen,
  unreachable,
  restless,
  printedTools,
  emptyFolds,
}: PageUse): Generator<string> {
  if (unseenFocus.length > 0) yield `Au clavier, rien ne montre que l’on est sur ${named(unseenFocus)}.`
  if (!skipSeen) yield 'Au clavier, le lien qui mène au contenu ne se montre pas.'
  if (unreachable.length > 0) yield `Ni le doigt ni la souris n’atteignent ${named(unreachable)}.`
  if (restless.length > 0)
    yield `La page bouge sans fin, ou pour qui a demandé du repos : ${named(restless)}.`
  if (printedTools.length > 0) yield `Le papier porte ce dont seul un écran se sert : ${named(printedTools)}.`
  if (emptyFolds.length > 0) yield `Sur un téléphone, ${named(emptyFolds)} s’ouvre sur rien.`
}

const named = (all: readonly string[]) =>
  `« ${all.slice(0, 3).join(' », « ')} »${all.length > 3 ? ` et ${all.length - 3} autres` : ''}`

const shorten = (text: string) =>
  (text.length > 120 ? `${text.slice(0, 120).trimEnd()} …` : text).replace(/\s+/g, ' ')
