import { type Artefact, allEnded, describeSiteOf, type Edition, SITE } from '../../ground/index.ts'
import { type Document, render } from '../../pages/index.ts'
import type { Pages, PageWarning } from '../../paper/index.ts'
import { countPages, openPdfTools } from '../../pdf/index.ts'
import { offeredAs } from '../../site/index.ts'
import { step, type Workplace } from '../build-options.ts'
import { putFile } from '../staging.ts'
import { epubFile, type MadeFiles, pdfFiles } from './announced.ts'
import { makeEpub } from './epub.ts'
import { makePdf } from './pdf.ts'
import { makeSite } from './site.ts'
import { makeWord, wordFiles } from './word.ts'

/** Makes the editions in `only`, side by side, and writes them into the folder. A line waits for the values that it names. */
export async function makeEditions(
  workplace: Workplace,
): Promise<{ artefacts: Artefact[]; pages: Pages; warnings: readonly PageWarning[] }> {
  const { kit, cache, jobs, signal, only, dir, carried } = workplace
  const has = (edition: Edition) => only.has(edition)
  await using tools = await openPdfTools({
    kit,
    browser: await workplace.browser.open(),
    cache,
    most: jobs,
    signal,
  })
  const documents = await step(workplace, 'impression', () => renderPrint(workplace))

  // A page number is true in every edition: pages are counted whatever is made.
  const counting = countPages(tools, documents)
  const pdf = step(workplace, 'pdf', async () => {
    const counted = await counting
    return has('pdf') ? makePdf(workplace, tools, counted) : nothing
  })
  const epub = has('epub') ? makeEpub(workplace, documents, counting) : nothing
  const word = has('site') ? makeWord(workplace) : nothing
  const beside = allEnded([pdf, epub, word]).then(made => [
    ...made.flatMap(edition => writeFiles(dir, edition)),
    ...carried,
  ])
  const offers = (pages: Pages) => [
    ...(has('pdf') ? pdfFiles(kit, pages).all : []),
    ...(has('epub') ? [epubFile(kit)] : []),
    ...(has('site') ? wordFiles(kit) : []),
    ...carried,
  ]
  const site = has('site') ? makeSite(workplace, { counting, offers, beside }) : null

  const [{ assembly }, artefacts, siteBundle] = await allEnded([counting, beside, site])
  const { pages, warnings } = assembly
  if (!siteBundle) return { artefacts, pages, warnings }
  const files = Object.entries(siteBundle).map(([file, bytes]) => ({
    file,
    ...putFile(dir, `${SITE}/${file}`, bytes),
  }))
  const offered = artefacts.map(({ path, bytes, sha256 }) => ({ file: offeredAs(path), bytes, sha256 }))
  return { artefacts: [...artefacts, describeSiteOf([...files, ...offered])], pages, warnings }
}

const nothing: MadeFiles = { announced: [], files: {} }

const renderPrint = ({ kit, renditions: store }: Workplace): Promise<Document[]> =>
  render(kit, 'print', { store })

function writeFiles(dir: string, { announced, files }: MadeFiles): Artefact[] {
  return announced.map(({ role, path, ...rest }) => {
    const bytes = files[path]
    if (!bytes) throw new Error(`${path} was announced and not made`)
    return { role, path, ...putFile(dir, path, bytes), ...rest }
  })
}
