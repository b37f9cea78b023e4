import { formatDate, ofMonth } from '../../../src/french.ts'
import { publishedFiches } from '../../../src/indexes/published.ts'
import type { Kit } from '../../../src/kit.ts'
import { count, type Outcome, remark, verified } from '../../../src/problems/finding.ts'
import type { ContentRecord } from '../../release/history/content-record.ts'

/** Whether a fiche that changed says a month after the former edition's: its page, the feed and the map of the site tell readers by it what is new. */
export function judgeDates(
  kit: Kit,
  { historique: [last, former] }: Pick<ContentRecord, 'historique'>,
): Outcome {
  const changed = new Set(last?.changements.changed.map(({ slug }) => slug))
  const fiches = former ? publishedFiches(kit).filter(({ slug }) => changed.has(slug)) : []
  return verified(
    `${count(fiches.length, 'fiche a changé', 'fiches ont changé')}`,
    fiches.flatMap(({ file, titre, maj }) =>
      former && maj <= former.edition.mois
        ? remark(
            file,
            `La fiche « ${titre} » a changé depuis l’édition ${ofMonth(former.edition.mois)}, et se dit mise à jour en ${formatDate(maj)} (maj) : écrire le mois de ce changement, que lisent la page et le flux.`,
          )
        : [],
    ),
  )
}
