import pMap from 'p-map'
import { openOfflineTab, origin } from '../../../browser/offline-tab.ts'
import { count, type Finding, fault, remark } from '../../check.ts'
import { runAxe, type Violation } from '../axe.ts'
import type { AuditCheck } from '../material.ts'
import { servedFiles } from '../read/site.ts'

/** Two tabs keep two cores busy; more only wait for each other. */
const TABS = 2

/** axe-core on every page, by day; colours again by night. What a page asks for that the site does not have is told too. */
export const accessibilitySite: AuditCheck = {
  id: 'accessibilite-site',
  title: 'Les pages du site passent le contrôle d’accessibilité automatique, de jour et de nuit',
  subject: 'site',
  async run({ site, browser, signal }) {
    const pages = await site()
    const [files, press] = [await servedFiles(pages), await browser()]
    const paths = [...pages.pages.keys()]
    const findings = await pMap(
      [paths.filter((_, index) => index % TABS === 0), paths.filter((_, index) => index % TABS === 1)],
      async share => {
        await using sheet = await openOfflineTab(press, files)
        const { tab, ask, takeRefused } = sheet
        await ask(tab.setViewport({ width: 1280, height: 900 }))
        const found: Finding[] = []
        for (const path of share) {
          signal.throwIfAborted()
          const place = `Site, ${path}`
          await ask(tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]))
          await ask(tab.goto(`${origin}${pages.base.slice(1)}${path}`, { waitUntil: 'load' }))
          const day = await ask(runAxe(tab))
          await ask(tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]))
          const night = await ask(runAxe(tab, { rules: ['color-contrast'] }))
          found.push(
            ...day.map(violation => told(place, violation)),
            ...night.map(violation => told(`${place}, de nuit`, violation)),
            ...takeRefused().map(address => fault(place, `La page demande ${address}, que le site n’a pas.`)),
          )
        }
        return found
      },
      { concurrency: TABS },
    )
    return {
      state: 'verifie',
      evidence: `${count(paths.length, 'page')}, axe-core (WCAG 2.2 AA). Un contrôle automatique ne voit qu’une partie des critères : il ne remplace pas un audit`,
      findings: findings.flat(),
    }
  },
}

function told(place: string, { rule, help, impact, targets }: Violation): Finding {
  const message = `${help} (${rule}) : ${targets.slice(0, 3).join(' ; ')}${targets.length > 3 ? ` et ${targets.length - 3} autres` : ''}`
  return impact === 'minor' ? remark(place, message) : fault(place, message)
}
