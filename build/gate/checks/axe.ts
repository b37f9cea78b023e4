import { count, fault } from '../../../src/problems/finding.ts'
import { findingOf } from '../read/axe.ts'
import type { AuditCheck } from '../../judge/audit/material.ts'

/** axe-core on every page, by day; colours again by night. Requests of a page for files that the site lacks are reported too. */
export const accessibilitySite: AuditCheck = {
  id: 'accessibilite-site',
  title: 'Les pages du site passent le contrôle d’accessibilité automatique, de jour et de nuit',
  async *run({ visits }) {
    const pages = await visits()
    for (const { path, day, night, refused } of pages) {
      const place = `Site, ${path}`
      for (const violation of day) yield findingOf(place, violation)
      for (const violation of night) yield findingOf(`${place}, de nuit`, violation)
      for (const address of refused) yield fault(place, `La page demande ${address}, que le site n’a pas.`)
    }
    return `${count(pages.length, 'page')}, axe-core (WCAG 2.2 AA). Un contrôle automatique ne voit qu’une partie des critères : il ne remplace pas un audit`
  },
}
