import pMap from 'p-map'
import type { Kit } from '../../src/kit/index.ts'
import { folio } from '../../src/text/index.ts'
import { type Cache, keyOf, sha256 } from '../ground/index.ts'
import { nameOf } from '../paper/index.ts'
import { PdfFile, type PrintedSheets, pack, writeFile } from '../pdf/index.ts'
import { type Converter, openConverter } from './colour/converter.ts'
import { hexOf, type Inks, inksOf, type Rgb } from './colour/ink.ts'
import type { Profile } from './colour/profile.ts'
import { type Conversion, inkTint, maskTint } from './convert/conversion.ts'
import { convertPictures } from './convert/pictures.ts'
import { convertContent } from './convert/resources.ts'
import { type PressPlace, type StrayColour, StrayColourError } from './faults.ts'
import type { PressSection } from './sheet/plan.ts'

/** Documents read from the cache while another is converted. */
const AHEAD = 8

export type PrintedSection = PressSection & { printed: PrintedSheets }

/** Brings the sheets of documents to ink, or takes those that a former build did. @returns by document a file of its pages alone
 *  @throws StrayColourError naming every colour without ink, UnprintableError */
export async function inkSheets(
  sections: readonly PrintedSection[],
  { kit, profile, cache }: { kit: Kit; profile: Profile; cache: Cache },
): Promise<Uint8Array[]> {
  const inks = inksOf(kit)
  const settings = JSON.stringify([kit.impression, kit.tokens])
  const condition = sha256(profile.bytes)
  // Little CMS is long to start: only for what is not kept.
  let converter: Promise<Converter> | undefined
  const strays = new Map<string, StrayColour>()
  const ink = async (section: PrintedSection): Promise<Uint8Array> => {
    const key = keyOf('encres', section.printed.key, settings, condition)
    const cached = await cache.read(key)
    if (cached) return cached
    const before = strays.size
    converter ??= openConverter(profile, kit.impression)
    const inInk = await inkOne(section, { inks, converter: await converter, strays })
    if (strays.size === before) await cache.write(key, inInk)
    return inInk
  }
  try {
    const inInk = await pMap(sections, ink, { concurrency: AHEAD })
    if (strays.size > 0) throw new StrayColourError([...strays.values()])
    return inInk
  } finally {
    ;(await converter)?.[Symbol.dispose]()
  }
}

type Means = { inks: Inks; converter: Converter; strays: Map<string, StrayColour> }

async function inkOne(
  { printed, item, first }: PrintedSection,
  { inks, converter, strays }: Means,
): Promise<Uint8Array> {
  const file = PdfFile.open(printed.pdf)
  const onStray = printed.drawings
    ? null
    : (colour: Rgb, place: PressPlace) => {
        const hex = hexOf(colour)
        const key = `${hex} ${place.document}`
        if (!strays.has(key)) strays.set(key, { ...place, hex, nearest: inks.nearest(colour) })
      }
  const conversion: Conversion = {
    file,
    converter,
    ink: inkTint(inks, converter, onStray),
    mask: maskTint,
    done: new Map(),
    pictures: new Map(),
  }
  for (const [index, page] of file.pages.entries()) {
    const place = { folio: folio(first + index), document: nameOf(item) }
    const task = { conversion, tint: conversion.ink, place }
    const content = convertContent(page.content(), page.resources, task)
    page.dict.set('Contents', file.add(pack(file.dict(), content)))
    // Tags and links are for screens.
    for (const key of ['StructParents', 'Tabs', 'Annots']) page.dict.delete(key)
  }
  await convertPictures(conversion)
  const pages = file.catalog.get('Pages')
  file.trailer.set('Root', file.add(file.dict({ Type: 'Catalog', Pages: pages })))
  // Chromium also notes the time of day.
  file.trailer.set('Info', file.add(file.dict({ Producer: file.infos[0]?.get('Producer') })))
  return writeFile(file, { version: '1.6', objects: 'plain' })
}
