import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Locale, Result } from 'axe-core'
import axe from 'axe-core'
import type { Page } from 'puppeteer'

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** WCAG 2.2 A and AA, and what axe's makers hold to be good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A rule that a page breaks, in French, and where. */
export type Violation = { rule: string; help: string; impact: string; targets: string[] }

/** Runs axe-core on the page of a tab. `rules`: only these. `contrast`: whether colours are measured, which takes longest. */
export async function runAxe(
  tab: Page,
  { rules, contrast = true }: { rules?: string[]; contrast?: boolean } = {},
): Promise<Violation[]> {
  const locale = await readLocale()
  if (!(await tab.evaluate(() => 'axe' in window))) await tab.evaluate(axe.source)
  const violations = (await tab.evaluate(
    async (locale, rules, tags, contrast) => {
      window.axe.configure({ locale: locale as Locale })
      const runOnly = rules
        ? { type: 'rule' as const, values: rules }
        : { type: 'tag' as const, values: tags }
      return (
        await window.axe.run(document, {
          runOnly,
          resultTypes: ['violations'],
          rules: contrast ? {} : { 'color-contrast': { enabled: false } },
        })
      ).violations as unknown
    },
    locale as unknown,
    rules,
    TAGS,
    contrast,
  )) as Result[]
  return violations.map(({ id, help, impact, nodes }) => ({
    rule: id,
    help,
    impact: impact ?? 'minor',
    targets: nodes.map(({ target }) => target.join(' ')),
  }))
}

let reading: Promise<unknown> | undefined
function readLocale(): Promise<unknown> {
  const path = createRequire(import.meta.url).resolve('axe-core/locales/fr.json')
  reading ??= readFile(path, 'utf8').then(text => JSON.parse(text) as unknown)
  return reading
}
