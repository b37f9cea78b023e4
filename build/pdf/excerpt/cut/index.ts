import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { type Choice, choiceTitle, chosenOf, type ExcerptList } from '../../../../src/kit/index.ts'
import { describe } from '../../bind/describe.ts'
import { leadOutside } from '../../bind/lead-outside.ts'
import { labelPages, writeOutline } from '../../bind/navigation.ts'
import { makeRoot, writeStructureTree } from '../../bind/structure-tree.ts'
import type { Deflate } from '../../object/output.ts'
import { readPages } from '../../object/pages.ts'
import { PdfFile } from '../../object/pdf-file.ts'
import { Dict, List, name, Ref } from '../../object/values.ts'
import { writeFile } from '../../object/write-file.ts'
import { fichesOf, sectionsOf, withBlanks } from './sections.ts'

type ExcerptInput = {
  whole: Uint8Array
  /** Its pieces: `Bound.template`. */
  template: Uint8Array
  list: ExcerptList
  choice: Choice
  /** Packs what is new. The same bytes here and in any browser come of the same packer. */
  deflate: Deflate
}

/** Makes one PDF (PDF/UA-1, PDF/A-2a) of chosen fiches: a cover, a sommaire, the fiches as they are in the kit, their
 *  acronyms; or the fiches alone. @throws RangeError for a choice that is not in the kit, SyntaxError for files that the press did not write */
export async function makeExcerpt(input: ExcerptInput): Promise<Uint8Array> {
  const { whole, template, list, choice, deflate } = input
  const choices = chosenOf(list, choice)
  const digest = digestOf(whole)
  if (digest !== list.digests.whole || digestOf(template) !== list.digests.template)
    throw new SyntaxError('the PDF of the kit or its pieces are not those of the list')
  const file = PdfFile.join([whole, template])
  const [kit, spare] = file.catalogs
  if (!kit || !spare) throw new SyntaxError('a kit or its pieces without catalog')
  const pages = readPages(file, kit)
  const pagesOf = choices.flatMap(({ first, last }) => pages.slice(first - 1, last))
  const dests = destinationsIn(file, kit, new Set(pagesOf.map(({ ref }) => ref)))
  leadOutside(file, kit, pagesOf, { here: dests, addresses: new Map(Object.entries(list.addresses)) })
  const documents = { file, kit, spare, pages, list, choices, deflate }
  const dense = choice.bare ? fichesOf(documents) : sectionsOf(documents)
  const sections = choice.duplex ? withBlanks(file, dense) : dense
  const taggedPages = sections.flatMap(({ pages }) => pages)
  makeRoot(
    file,
    taggedPages.map(({ page }) => page),
  )
  file.catalog.set('Dests', file.add(dests))
  writeStructureTree(
    file,
    taggedPages,
    sections.flatMap(({ tops }) => tops),
  )
  writeOutline(
    file,
    sections.flatMap(({ bookmark }) => bookmark ?? []),
    'open',
  )
  labelPages(
    file,
    sections.map(({ pages, run }) => ({ ...run, count: pages.length })),
  )
  file.catalog.set('PageMode', name('UseOutlines'))
  file.catalog.set('OutputIntents', kit.get('OutputIntents') ?? null)
  const metadata = {
    ...list.metadata,
    title: choiceTitle(list, choices),
    keywords: [...new Set(choices.flatMap(({ keywords }) => keywords))],
    date: new Date(list.metadata.date),
  }
  const numbers = choices.map(({ number }) => number).join(' ')
  const fingerprint = `${digest} ${numbers}${choice.duplex ? ' recto verso' : ''}${choice.bare ? ' seules' : ''}`
  describe(file, metadata, fingerprint)
  return writeFile(file, { version: '1.7', objects: 'packed' }, deflate)
}

const digestOf = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))

/** The named places of a kit that are on some of its pages. */
function destinationsIn(file: PdfFile, kit: Dict, pages: ReadonlySet<Ref>): Dict {
  const all = kit.need('Dests', Dict)
  const here = file.dict()
  for (const [key, view] of all.entries) {
    const [page] = file.find(view, List)?.items ?? []
    if (page instanceof Ref && pages.has(page)) here.set(key, view)
  }
  return here
}
