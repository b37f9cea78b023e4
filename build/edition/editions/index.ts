import {
  type Artefact,
  type Bundle,
  describeSiteOf,
  type Edition,
  openPromise,
  sha256,
} from '../../ground/index.ts'
import type { Pages, PageWarning } from '../../paper/index.ts'
import { excerptListOf } from '../../pdf/index.ts'
import { offeredAs } from '../../site/index.ts'
import type { Workplace } from '../build-options.ts'
import { putFile } from '../staging.ts'
import { type Announced, epubFile, pdfFiles } from './announced.ts'
import { makeEpub } from './epub.ts'
import { beginPdf, type PdfWork } from './pdf.ts'
import { makeSite } from './site.ts'
import { makeWord, wordFiles } from './word.ts'

/** Makes the editions in `only`, in parallel where they can be, and writes them into the output. @param carried files of a
 *  former output, already in the folder */
export async function makeEditions(
  workplace: Workplace,
  only: ReadonlySet<Edition>,
  carried: readonly Artefact[],
): Promise<{ artefacts: Artefact[]; pages: Pages; warnings: readonly PageWarning[] }> {
  const { kit } = workplace
  const pdf = await beginPdf(workplace)
  /** Readers of the site wait for its pages first: the e-book comes after them. */
  const handedOver = openPromise<void>()
  if (!only.has('site')) handedOver.resolve()
  const files: Promise<Artefact[]>[] = []
  if (only.has('pdf')) files.push(writePdf(workplace, pdf))
  if (only.has('epub')) {
    const file = epubFile(kit)
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
          ...(only.has('pdf') ? pdfFiles(kit, await pdf.pages).all : []),
          ...(only.has('epub') ? [epubFile(kit)] : []),
          ...words,
          ...carried,
        ],
        editions: allArtefacts,
        onHandedOver: handedOver.resolve,
      })
    : null
  // A site that fails hands nothing over.
  site?.catch(() => handedOver.resolve())
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

/** Writes the files of the PDF edition, and the booklet where one is asked for. */
async function writePdf(workplace: Workplace, pdf: PdfWork): Promise<Artefact[]> {
  const { kit, date, imposition } = workplace
  const [pages, files] = [await pdf.pages, await pdf.files]
  const { all, list, screen, pieces } = pdfFiles(kit, pages)
  const digestOf = ({ path }: Announced) => sha256(files[path] ?? new Uint8Array())
  const digests = { whole: digestOf(screen), template: digestOf(pieces) }
  const text = JSON.stringify(excerptListOf(kit, pages, date.toISOString(), digests))
  const artefacts = writeFiles(workplace, all, {
    ...files,
    [list.path]: new TextEncoder().encode(`${text}\n`),
  })
  if (imposition !== 'cahier') return artefacts
  const { makeBooklet } = await import('./make-pdf.ts')
  const booklet = await makeBooklet(workplace, pages, files)
  return [...artefacts, ...writeFiles(workplace, booklet.announced, booklet.files)]
}

function writeFiles({ dir }: Workplace, announced: readonly Announced[], files: Bundle): Artefact[] {
  return announced.map(({ role, path, ...rest }) => {
    const bytes = files[path]
    if (!bytes) throw new Error(`${path} was announced and not made`)
    return { role, path, ...putFile(dir, path, bytes), ...rest }
  })
}
