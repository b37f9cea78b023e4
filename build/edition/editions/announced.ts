import { itemsOf, type Kit } from '../../../src/kit/index.ts'
import type { Artefact, Bundle } from '../../ground/index.ts'
import type { Pages } from '../../paper/index.ts'
import { fichePdfName } from '../../pdf/index.ts'
import { planLeaves, sectionsOf } from '../../press/index.ts'

/** A file of an edition before it is made: what it is, and where it will lie. */
export type Announced = Omit<Artefact, 'bytes' | 'sha256'>

/** An edition that is made: its files, by their paths. Those that are not announced are left out. */
export type MadeFiles = { announced: readonly Announced[]; files: Bundle }

/** The files of the PDF edition, as soon as its pages are counted. */
export function pdfFiles(kit: Kit, pages: Pick<Pages, 'count' | 'documents'>) {
  const fiches = itemsOf(kit).flatMap((item): Announced[] => {
    const place = pages.documents.find(({ id }) => id === item.id)
    if (item.kind !== 'fiche' || !place) return []
    const path = `pdf/fiches/${fichePdfName(kit, item.fiche)}`
    return [{ role: 'pdf-fiche', path, pages: place.last - place.first + 1, fiche: item.id }]
  })
  const screen: Announced = { role: 'pdf-ecran', path: `pdf/${kit.slug}-ecran.pdf`, pages: pages.count }
  // Its pages are counted after all others.
  const largePrint: Announced | null = kit.impression.gros_caracteres
    ? { role: 'pdf-gros-caracteres', path: `pdf/${kit.slug}-gros-caracteres.pdf` }
    : null
  const press: Announced = {
    role: 'pdf-impression',
    path: `pdf/${kit.slug}-impression.pdf`,
    pages: planLeaves(sectionsOf(kit, pages), kit.impression).length,
  }
  const { report, reportData } = reportsOf('')
  // A square back has its cover on a sheet of its own.
  const file: Announced = { role: 'pdf-couverture', path: `pdf/${kit.slug}-couverture.pdf`, pages: 1 }
  const cover = kit.impression.reliure === 'dos-carre' ? { file, ...reportsOf('-couverture') } : null
  const ofCover = cover ? [cover.file, cover.report, cover.reportData] : []
  const pieces: Announced = { role: 'extrait', path: 'pdf/extrait-pieces.pdf' }
  const list: Announced = { role: 'extrait', path: 'pdf/extrait-liste.json' }
  // Of one fiche there is nothing to choose.
  const choice = fiches.length > 1 ? [pieces, list] : []
  return {
    screen,
    largePrint,
    press,
    cover,
    report,
    reportData,
    pieces,
    list,
    all: [
      screen,
      ...(largePrint ? [largePrint] : []),
      press,
      report,
      reportData,
      ...ofCover,
      ...fiches,
      ...choice,
    ],
  }
}

/** The prepress report of a file. @param suffix of its name */
export const reportsOf = (suffix: string): { report: Announced; reportData: Announced } => ({
  report: { role: 'rapport-prepresse', path: `pdf/rapport-prepresse${suffix}.html` },
  reportData: { role: 'donnees-prepresse', path: `pdf/rapport-prepresse${suffix}.json` },
})

export const epubFile = (kit: Kit): Announced => ({
  role: 'epub',
  path: `epub/${kit.slug}.epub`,
})
