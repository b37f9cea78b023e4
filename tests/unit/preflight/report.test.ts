import { describe, expect, it } from 'vitest'
import { preflight } from '../../../build/press/check/preflight/index.ts'
import { type PreflightReport, reportHtml } from '../../../build/press/check/preflight/report.ts'
import { pageRanges } from '../../../src/problems/report-page.ts'
import { pageFaults } from '../page-faults.ts'
import { otherKit } from '../press/workshop.ts'
import { type Draft, makePdf, type Spoiler } from './sound-pdf.ts'
import { allInks } from './spoilers.ts'

const kit = await otherKit()
/** The page with its no-break spaces as spaces. */
const htmlOf = (report: PreflightReport) => reportHtml(report).replace(/\u00a0/g, ' ')
const reportOf = async (spoil?: Spoiler) =>
  preflight({ bytes: await makePdf(spoil), kit, fileName: 'carnet & cie-impression.pdf' })

const faulty = (draft: Draft) => {
  draft.contents[1] = '1 0 0 rg 100 100 50 50 re f'
  draft.resource(3, 'ColorSpace', 'Or', ['Separation', 'Or', 'DeviceCMYK', allInks[3]])
  draft.contents[2] = '/Or cs 1 scn 100 100 50 50 re f'
}

describe('the report', () => {
  it('says first whether the file may go, and asks the printer for a preflight of his own', async () => {
    const html = htmlOf(await reportOf())
    expect(html.indexOf('Prêt pour l’imprimeur')).toBeLessThan(html.indexOf('<table>'))
    expect(html).toContain('Aucun outil libre ne valide la norme\nPDF/X-4')
    expect(html).toContain('demander une fois à l’imprimeur un contrôle')
  })

  it('shows each fault with its limit, its value and its pages before the table', async () => {
    const report = await reportOf(faulty)
    expect(report).toMatchObject({ verdict: 'erreur', erreurs: 2, pages: 4 })
    const html = htmlOf(report)
    expect(html).toContain('2 points à corriger avant d’imprimer')
    expect(html).toContain(
      '<b>Limite :</b> DeviceCMYK et DeviceGray ; Separation All pour les repères.<br><b>Mesure :</b> 1 page concernée.<br><b>Page :</b> 3.',
    )
    expect(html).toContain('<li>page 2 : DeviceRGB</li>')
  })

  it.each([undefined, faulty])('is a valid page that needs nothing beside it', async spoil => {
    const html = reportHtml(await reportOf(spoil))
    expect(await pageFaults(html)).toEqual([])
    expect(html).not.toMatch(/\b(?:src|href)=|url\(|@import/)
    expect(html).toContain('carnet &amp; cie-impression.pdf')
  })

  it('ends with the order and a page for the workshop, for how the book is bound', async () => {
    const page = async (impression: Partial<typeof kit.impression>, kind?: 'couverture') =>
      htmlOf(
        await preflight({
          bytes: await makePdf(),
          kit: { ...kit, impression: { ...kit.impression, ...impression } },
          fileName: 'a.pdf',
          kind,
          body: 60,
        }),
      )
    const stapled = await page({ tirage: 500 })
    expect(stapled).toContain('<dt>Exemplaires</dt><dd>500</dd>')
    expect(stapled).toContain('<dt>Pelliculage de la couverture</dt><dd>à compléter</dd>')
    expect(stapled).toContain('Le livre a 15 feuilles.')
    const steps = (text: string) => [...text.matchAll(/<div><h3>(.*?)<\/h3>/g)].map(([, title]) => title)
    const sides = [...stapled.matchAll(/: page (\d+) à gauche, page (\d+)/g)].map(([, ...pages]) =>
      pages.join('|'),
    )
    expect(sides).toEqual(['60|1', '2|59', '32|29', '30|31'])
    expect(steps(stapled)).toEqual(['Plier', 'Ranger', 'Piquer', 'Couper', 'Vérifier'])
    const glued = await page({ reliure: 'dos-carre' })
    expect(steps(glued)).toEqual(['Ranger', 'Rainer', 'Coller', 'Couper', 'Vérifier'])
    expect(glued).toContain('Un dos de 3 mm est mince pour la colle')
    expect(await page({ reliure: 'dos-carre' }, 'couverture')).not.toContain('Fiche de fabrication')
  })

  it('writes pages as ranges', () => {
    expect(pageRanges([1, 3, 4, 6, 7, 8, 12])).toBe('1, 3, 4, 6–8, 12')
  })
})
