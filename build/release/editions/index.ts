import type { Kit } from '../../../src/kit.ts'
import { excerptListOf } from '../../pdf/excerpt/list-of.ts'
import type { Pages, PageWarning } from '../../pdf/index.ts'
import { offeredAs } from '../../site/downloads.ts'
import type { Bundle } from '../../store/bundle.ts'
import { promised } from '../../thread/promised.ts'
import { type Artefact, describeSiteOf, type Edition } from '../manifest.ts'
import { putFile } from '../output.ts'
import { makeBooklet } from './booklet.ts'
import { epubFile, makeEpub } from './epub.ts'
import { beginPdf } from './pdf.ts'
import { type Announced, pdfFiles } from './pdf-files.ts'
import { makeSite } from './site.ts'
import { makeWord, wordFiles } from './word.ts'
import type { Workplace } from './workplace.ts'

/** Makes what `only` asks for, side by side as far as one may begin before the other ends, and writes it into the output.
 *  Page numbers are true in every edition, so the pages are counted whichever is asked for.
 *  @param carried what a former output lends: it lies in the folder already */
export async function makeEditions(
  workplace: Workplace,
  only: ReadonlySet<Edition>,
  carried: readonly Artefact[],
): Promise<{ artefacts: Artefact[]; pages: Pages; warnings: readonly PageWarning[] }> {
  const { kit } = workplace
  const written: Promise<Artefact[]>[] = []
  const pdf = await beginPdf(workplace, (files, pages) => {
    if (!only.has('pdf')) return
    const announced = pdfFiles(kit, pages).all.filter(({ path }) => files[path])
    written.push(writeFiles(workplace, announced, files))
    written.at(-1)?.catch(() => {}) // thrown with all of them
  })
  /** Readers of the site wait for its pages first: the e-book comes after them. */
  const handedOver = promised<void>()
  if (!only.has('site')) handedOver.resolve()
  const files: Promise<Artefact[]>[] = []
  if (only.has('pdf'))
    files.push(
      pdf.files.then(async bundle => {
        const artefacts = (await Promise.all(written)).flat()
        const missing = pdfFiles(kit, await pdf.pages).all.find(({ path }) => !bundle[path])
        if (missing) throw new Error(`${missing.path} was announced and not made`)
        return artefacts
      }),
    )
  if (only.has('pdf'))
    files.push(
      pdf.pages.then(pages => {
        const { list } = pdfFiles(kit, pages)
        const text = JSON.stringify(excerptListOf(kit, pages, workplace.date.toISOString()))
        return writeFiles(workplace, [list], { [list.path]: new TextEncoder().encode(`${text}\n`) })
      }),
    )
  if (only.has('pdf') && workplace.imposition === 'cahier')
    files.push(
      pdf.files.then(async bundle => {
        const { announced, files } = await makeBooklet(workplace, await pdf.pages, bundle)
        return writeFiles(workplace, announced, files)
      }),
    )
  if (only.has('epub')) {
    const file = epubFile(workplace)
    files.push(
      makeEpub(workplace, pdf, handedOver.promise).then(book =>
        writeFiles(workplace, [file], { [file.path]: book }),
      ),
    )
  }
  const words = only.has('site') ? wordFiles(kit) : []
  if (words.length > 0)
    files.push(makeWord(workplace, handedOver.promise).then(bundle => writeFiles(workplace, words, bundle)))
  const allArtefacts = Promise.all(files).then(lists => [...lists.flat(), ...carried])
  allArtefacts.catch(() => {}) // its faults are those of `files`, thrown below
  const site = only.has('site')
    ? makeSite(workplace, {
        pdf,
        announced: async () => [
          ...(only.has('pdf') ? offeredPdf(kit, await pdf.pages) : []),
          ...(only.has('epub') ? [epubFile(workplace)] : []),
          ...words,
          ...carried,
        ],
        editions: allArtefacts,
        onHandedOver: handedOver.resolve,
      })
    : null
  // A site that fails hands nothing over.
  site?.then(
    () => handedOver.resolve(),
    () => handedOver.resolve(),
  )
  // All of them end before a fault is thrown: nothing may still write into a folder that is being removed.
  for (const ended of await Promise.allSettled([pdf.warnings, ...files, site]))
    if (ended.status === 'rejected') throw ended.reason
  const artefacts = await allArtefacts
  if (site) {
    const offered = artefacts.map(({ path, bytes, sha256 }) => ({ file: offeredAs(path), bytes, sha256 }))
    artefacts.push(describeSiteOf([...(await site), ...offered]))
  }
  return { artefacts, pages: await pdf.pages, warnings: await pdf.warnings }
}

/** The results of the PDF edition that the site uses. */
function offeredPdf(kit: Kit, pages: Pages): Announced[] {
  const { all, list } = pdfFiles(kit, pages)
  return [...all, list]
}

async function writeFiles(
  { dir }: Workplace,
  announced: readonly Announced[],
  files: Bundle,
): Promise<Artefact[]> {
  return announced.map(({ role, path, ...rest }) => {
    const bytes = files[path]
    if (!bytes) throw new Error(`${path} was announced and not made`)
    return { role, path, ...putFile(dir, path, bytes), ...rest }
  })
}
