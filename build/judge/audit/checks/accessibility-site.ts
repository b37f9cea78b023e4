import { count, type Finding, fault, remark, verified } from '../../check.ts'
import type { Violation } from '../axe.ts'
import type { AuditCheck } from '../material.ts'

/** axe-core on every page, by day; colours again by night. Requests of a page for files that the site lacks are reported too. */
export const accessibilitySite: AuditCheck = {
  id: 'accessibilite-site',
  title: 'Les pages du site passent le contrôle d’accessibilité automatique, de jour et de nuit',
  subject: 'site',
  async run({ visits }) {
    const pages = await visits()
    return verified(
      `${count(pages.length, 'page')}, axe-core (WCAG 2.2 AA). Un contrôle automatique ne voit qu’une partie des critères : il ne remplace pas un audit`,
      pages.flatMap(({ path, day, night, refused }) => {
        const place = `Site, ${path}`
        return [
          ...day.map(violation => findingOf(place, violation)),
          ...night.map(violation => findingOf(`${place}, de nuit`, violation)),
          ...refused.map(address => fault(place, `La page demande ${address}, que le site n’a pas.`)),
        ]
      }),
    )
  },
}

function findingOf(place: string, { rule, help, impact, targets }: Violation): Finding {
  const message = `${help} (${rule}) : ${targets.slice(0, 3).join(' ; ')}${targets.length > 3 ? ` et ${targets.length - 3} autres` : ''}`
  return impact === 'minor' ? remark(place, message) : fault(place, message)
}
