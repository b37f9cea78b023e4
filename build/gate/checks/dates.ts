import { formatDate, ofMonth } from '../../../src/french.ts'
import { publishedFiches } from '../../../src/indexes/listing.ts'
import { count, remark } from '../../../src/problems/finding.ts'
import type { GateCheck, Subject } from '../check.ts'

/** A fiche that changed says a month after the former edition's: its page and the feed tell readers by it what is new. */
export const dates = {
  id: 'dates',
  title: 'Les fiches qui ont changé disent le mois de leur mise à jour',
  phase: 'texte',
  async *run({ kit, former }: Pick<Subject, 'kit' | 'former'>) {
    const fiches = publishedFiches(kit).filter(({ slug }) => former?.changed.has(slug))
    for (const { file, titre, maj } of fiches)
      if (former && maj <= former.mois)
        yield remark(
          file,
          `La fiche « ${titre} » a changé depuis l’édition ${ofMonth(former.mois)}, et se dit mise à jour en ${formatDate(maj)} (maj) : écrire le mois de ce changement, que lisent la page et le flux.`,
        )
    return `${count(fiches.length, 'fiche a changé', 'fiches ont changé')}`
  },
} satisfies GateCheck
