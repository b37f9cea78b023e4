import { type Bundle, writeFolder } from '../../bundle.ts'
import type { Pages, PageWarning } from '../../pdf/index.ts'
import { offeredAs } from '../../site/downloads.ts'
import { type Artefact, describeFile, describeSiteOf, digestOf, type Edition } from '../manifest.ts'
import { makeBooklet } from './booklet.ts'
import { epubFile, makeEpub } from './epub.ts'
import { beginPdf } from './pdf.ts'
import { type Announced, pdfFiles } from './pdf-files.ts'
import { makeSite } from './site.ts'
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
  const pdf = await beginPdf(workplace)
  const files: Promise<Artefact[]>[] = []
  if (only.has('pdf'))
    files.push(
      pdf.files.then(async bundle => writeFiles(workplace, pdfFiles(kit, await pdf.pages).all, bundle)),
    )
  if (only.has('pdf') && workplace.imposition === 'cahier')
    files.push(
      pdf.files.then(async bundle => {
        const { file, bytes } = await makeBooklet(kit, await pdf.pages, bundle)
        return writeFiles(workplace, [file], { [file.path]: bytes })
      }),
    )
  if (only.has('epub')) {
    const file = epubFile(workplace)
    files.push(makeEpub(workplace, pdf).then(book => writeFiles(workplace, [file], { [file.path]: book })))
  }
  const made = Promise.all(files).then(lists => [...lists.flat(), ...carried])
  made.catch(() => {}) // its faults are those of `files`, told below
  const site = only.has('site')
    ? makeSite(workplace, {
        pdf,
        announced: async () => [
          ...(only.has('pdf') ? pdfFiles(kit, await pdf.pages).all : []),
          ...(only.has('epub') ? [epubFile(workplace)] : []),
          ...carried,
        ],
        made,
        key: JSON.stringify([[...only].sort(), carried]),
      })
    : null
  // All of them end before a fault is told: nothing may still write into a folder that is being removed.
  for (const ended of await Promise.allSettled([pdf.warnings, ...files, site]))
    if (ended.status === 'rejected') throw ended.reason
  const artefacts = await made
  if (site) {
    const own = Object.entries(await site).map(([file, bytes]) => ({ file, ...digestOf(bytes) }))
    const offered = artefacts.map(({ path, bytes, sha256 }) => ({ file: offeredAs(path), bytes, sha256 }))
    artefacts.push(describeSiteOf([...own, ...offered]))
  }
  return { artefacts, pages: await pdf.pages, warnings: await pdf.warnings }
}

async function writeFiles(
  { dir }: Workplace,
  files: readonly Announced[],
  bundle: Bundle,
): Promise<Artefact[]> {
  writeFolder(dir, bundle)
  return files.map(({ role, path, ...rest }) => {
    const bytes = bundle[path]
    if (!bytes) throw new Error(`${path} was announced and not made`)
    return describeFile(role, path, bytes, rest)
  })
}
