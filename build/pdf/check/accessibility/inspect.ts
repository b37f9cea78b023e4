import { type Font, openFonts } from '../../content/fonts.ts'
import { latin1Of } from '../../object/latin1.ts'
import { unpack } from '../../object/packing.ts'
import type { Page } from '../../object/pages.ts'
import { PdfFile } from '../../object/pdf-file.ts'
import { Dict, Ref, Stream } from '../../object/values.ts'
import { type Content, readContent } from '../../tag/read-content.ts'
import { readStructure } from '../../tag/read-structure.ts'
import { type Kid, keyOfPiece, type Tag } from '../../tag/structure.ts'

/** A tag where it stands. */
export type PlacedTag = {
  tag: Tag
  /** Its role after the role map. */
  role: string
  parent: PlacedTag | null
  /** Page of the first content in it, from 1. */
  page: number | null
}

type InspectedPage = {
  /** From 1. */
  number: number
  dict: Dict
  content: Content
  annotations: { dict: Dict; ref: Ref | null }[]
}

/** A file as the checkpoints see it. */
export type Inspection = {
  /** The first bytes of the file, as Latin-1. */
  header: string
  pdf: PdfFile
  catalog: Dict
  /** Each tag before those in it. */
  tags: PlacedTag[]
  /** `keyOfPiece` → the tags that hold it. */
  holders: ReadonlyMap<number, PlacedTag[]>
  /** Field → the tags that hold it. */
  fields: ReadonlyMap<Ref, PlacedTag[]>
  roleMap: ReadonlyMap<string, string>
  pages: InspectedPage[]
  fonts: Font[]
  /** XMP packet, or null. */
  xmp: string | null
  language: string | null
}

/** Opens a finished file and reads all that the checkpoints ask about.
 *  @throws SyntaxError when its structure or its content cannot be read */
export function inspect(bytes: Uint8Array): Inspection {
  const pdf = PdfFile.open(bytes)
  const { catalog } = pdf
  const fonts = openFonts()
  const root = catalog.find('StructTreeRoot', Dict)
  const mappings = root?.find('RoleMap', Dict)
  const roleMap = new Map((mappings?.keys() ?? []).map(from => [from, mappings?.name(from) ?? ''] as const))
  const tags: PlacedTag[] = []
  const holders = new Map<number, PlacedTag[]>()
  const fields = new Map<Ref, PlacedTag[]>()
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
  const pages = pdf.pages.map((page, index) => inspectPage(page, index + 1, fonts.of(page.resources)))
  const metadata = catalog.find('Metadata', Stream)
  return {
    header: latin1Of(bytes.subarray(0, 16)),
    pdf,
    catalog,
    tags,
    holders,
    fields,
    roleMap,
    pages,
    fonts: fonts.all(),
    xmp: metadata ? Buffer.from(unpack(metadata)).toString('utf8') : null,
    language: catalog.text('Lang') ?? null,
  }
}

function note<Key>(map: Map<Key, PlacedTag[]>, key: Key, tag: PlacedTag): void {
  const tags = map.get(key)
  if (tags) tags.push(tag)
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

function inspectPage(page: Page, number: number, fontOf: (name: string) => Font | undefined): InspectedPage {
  const { dict } = page
  const annotations = page.annotations.flatMap(entry => {
    const field = dict.source.lookup(entry)
    return field instanceof Dict ? [{ dict: field, ref: entry instanceof Ref ? entry : null }] : []
  })
  return { number, dict, content: readContent(page.content(), fontOf), annotations }
}
