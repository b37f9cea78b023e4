import { count, type Finding, fault, remark } from '../../../src/problems/finding.ts'
import type { GateCheck, Subject } from '../check.ts'
import type { Violation } from '../read/axe.ts'

/** axe-core on every page; colours on a page of each kind, by day and by night. */
export const axe = {
  id: 'accessibilite-site',
  title: 'Les pages du site passent le contrôle d’accessibilité automatique, de jour et de nuit',
  phase: 'editions',
  async *run({ visits }: Pick<Subject, 'visits'>) {
    const pages = await visits()
    for (const { path, day, night } of pages) {
      for (const violation of day) yield findingOf(`Site, ${path}`, violation)
      for (const violation of night) yield findingOf(`Site, ${path}, de nuit`, violation)
    }
    return `${count(pages.length, 'page')}, axe-core (WCAG 2.2 AA). Un contrôle automatique ne voit qu’une partie des critères : il ne remplace pas un audit`
  },
} satisfies GateCheck

/** A rule that matters little is a remark. */
function findingOf(place: string, { rule, help, impact, targets }: Violation): Finding {
  const others = targets.length > 3 ? ` et ${targets.length - 3} autres` : ''
  const message = `${help} (${rule}) : ${targets.slice(0, 3).join(' ; ')}${others}`
  return impact === 'minor' ? remark(place, message) : fault(place, message)
}
