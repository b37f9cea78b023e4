import { count, fault } from '../../check.ts'
import type { AuditCheck } from '../material.ts'

/** What the site's files say can be seen: HTML may hold a paragraph that a style sheet hides. */
export const visibleSite: AuditCheck = {
  id: 'visible-site',
  title: 'Tout le texte du site se voit, sur un téléphone, un ordinateur et le papier, sans défiler de côté',
  subject: 'site',
  async run({ visits }) {
    const pages = await visits()
    return {
      state: 'verifie',
      evidence: `${count(pages.length, 'page')} ouvertes dans un navigateur, à 390 et 1280 px et comme elles s’impriment ; largeur regardée de 320 à 1280 px`,
      findings: pages.flatMap(({ path, wide, hidden }) => [
        ...hidden.map(({ how, texts }) =>
          fault(
            `Site, ${path}, ${how}`,
            `${count(texts.length, 'texte')} de la page ne ${texts.length > 1 ? 'se voient' : 'se voit'} pas : « ${shorten(texts[0] ?? '')} »${texts.length > 1 ? ', et la suite' : ''}.`,
          ),
        ),
        ...(wide.length > 0
          ? [fault(`Site, ${path}`, `La page défile de côté à ${wide.join(', ')} px.`)]
          : []),
      ]),
    }
  },
}

const shorten = (text: string) =>
  (text.length > 120 ? `${text.slice(0, 120).trimEnd()} …` : text).replace(/\s+/g, ' ')
