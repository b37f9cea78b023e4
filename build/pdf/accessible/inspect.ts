import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { unpack } from '../press/stream.ts'
import { type Font, openFonts } from './fonts.ts'
import { type Content, readContent } from './read-content.ts'
import { readStructure } from './read-structure.ts'
import { type Kid, keyOfPiece, type Tag } from './structure.ts'

/** A tag where it stands. */
export type PlacedTag = {
  tag: Tag
  /** Its role after the role map. */
  role: string
  parent: PlacedTag | null
  /** Page of the first content in it, from 1. */
  page: number | null
}

export type InspectedPage = {
  /** From 1. */
  number: number
  dict: PDFPage['node']
  content: Content
  annotations: { dict: PDFDict; ref: PDFRef | null }[]
}

/** A file as the checkpoints see it. */
export type Inspection = {
  pdf: PDFDocument
  catalog: PDFDict
  /** Each tag before those in it. */
  tags: PlacedTag[]
  /** `keyOfPiece` → the tags that hold it. */
  holders: ReadonlyMap<number, PlacedTag[]>
  /** Field → the tags that hold it. */
  fields: ReadonlyMap<PDFRef, PlacedTag[]>
  roleMap: ReadonlyMap<string, string>
  pages: InspectedPage[]
  fonts: Font[]
  /** XMP packet, or null. */
  xmp: string | null
  language: string | null
}

/** Opens a finished file and reads all that the checkpoints ask about.
 *  @throws SyntaxError when its structure or its content cannot be read */
export async function inspect(bytes: Uint8Array): Promise<Inspection> {
  const pdf = await PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: 1e9,
    ignoreEncryption: true,
  })
  const { catalog } = pdf
  const fonts = openFonts(pdf)
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  const roleMap = new Map(
    (root?.lookupMaybe(PDFName.of('RoleMap'), PDFDict)?.entries() ?? []).map(([from, to]) => [
      from.decodeText(),
      to instanceof PDFName ? to.decodeText() : '',
    ]),
  )
  const tags: PlacedTag[] = []
  const holders = new Map<number, PlacedTag[]>()
  const fields = new Map<PDFRef, PlacedTag[]>()
  const walk = (kid: Kid, parent: PlacedTag | null): number | null => {
    switch (kid.kind) {
      case 'piece':
        if (parent) note(holders, keyOfPiece(kid), parent)
        return kid.page + 1
      case 'field':
        if (parent) note(fields, kid.ref, parent)
        return kid.page + 1
      case 'tag': {
        const placed: PlacedTag = { tag: kid, role: mapped(kid.role, roleMap), parent, page: null }
        tags.push(placed)
        for (const child of kid.kids) {
          const page = walk(child, placed)
          placed.page ??= page
        }
        return placed.page
      }
      default:
        return kid satisfies never
    }
  }
  for (const kid of readStructure(pdf)?.kids ?? []) walk(kid, null)
  const pages = pdf
    .getPages()
    .map((page, index) => inspectPage(page, index + 1, fonts.of(page.node.Resources())))
  const metadata = catalog.lookup(PDFName.of('Metadata'))
  return {
    pdf,
    catalog,
    tags,
    holders,
    fields,
    roleMap,
    pages,
    fonts: fonts.all(),
    xmp: metadata instanceof PDFStream ? Buffer.from(unpack(metadata)).toString('utf8') : null,
    language: textOf(catalog.lookup(PDFName.of('Lang'))),
  }
}

function note<Key>(map: Map<Key, PlacedTag[]>, key: Key, tag: PlacedTag): void {
  const known = map.get(key)
  if (known) known.push(tag)
  else map.set(key, [tag])
}

/** The role that a role stands for; a mapping that goes in circles stands for itself. */
function mapped(role: string, roleMap: ReadonlyMap<string, string>): string {
  let current = role
  for (let steps = 0; steps <= roleMap.size; steps++) {
    const next = roleMap.get(current)
    if (next === undefined) return current
    current = next
  }
  return role
}

function inspectPage(
  page: PDFPage,
  number: number,
  fontOf: (name: string) => Font | undefined,
): InspectedPage {
  const { node } = page
  const contents = node.Contents()
  const streams =
    contents instanceof PDFArray ? contents.asArray().map(ref => node.context.lookup(ref)) : [contents]
  const bytes = Buffer.concat(
    streams.flatMap(stream => (stream instanceof PDFRawStream ? [unpack(stream), NEW_LINE] : [])),
  )
  const annotations = (node.Annots()?.asArray() ?? []).flatMap(entry => {
    const dict = entry instanceof PDFRef ? node.context.lookup(entry) : entry
    return dict instanceof PDFDict ? [{ dict, ref: entry instanceof PDFRef ? entry : null }] : []
  })
  return { number, dict: node, content: readContent(bytes, fontOf), annotations }
}

const NEW_LINE = new Uint8Array([10])

/** The text of a string, or null. */
export const textOf = (value: PDFObject | undefined): string | null =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null
