import { type Zippable, zipSync } from 'fflate'
import { type FicheElement, plainRun } from '../element.ts'
import { styles } from '../parts.ts'
import { commentParts, type WordComment } from './comments.ts'
import type { WordPicture } from './markup.ts'
import { A, declaration, PACKAGE, PIC, R, SOURCE, W, WP, xml, xmlText } from './markup.ts'
import { type NumberedList, numbering } from './numbering.ts'
import { styled, type WordSheet } from './paragraphs.ts'
import { type Palette, styleSheet } from './style-sheet.ts'

/** Content of a Word file, apart from its body. */
export type WordFile = {
  titre: string
  auteur: string
  /** Day of the file, `2025-11-01`. */
  jour: string
  /** Above and below each page. */
  tete: string
  pied: string
  palette: Palette
  /** Titles of fiches and pages by slug, for cross-references; null in a template, which shows marks as they are typed. */
  titles: ReadonlyMap<string, string> | null
  lists: { lists: readonly NumberedList[]; listOf: ReadonlyMap<FicheElement, NumberedList> }
  /** The Markdown that the file was made from; null for a template. */
  source: string | null
  comments: readonly WordComment[]
}

const encoder = new TextEncoder()

/** The bytes of a `.docx`: the same for the same file. @param body writes the paragraphs of the document */
export function writeWordFile(file: WordFile, body: (sheet: WordSheet) => readonly string[]): Uint8Array {
  const relations: string[] = []
  const media = new Map<WordPicture, { id: string; path: string }>()
  const links = new Map<string, string>()
  let ids = 0
  const relate = (type: string, target: string, outside = false): string => {
    const id = `rId${relations.length + 1}`
    relations.push(relation(id, `${R}/${type}`, target, outside))
    return id
  }
  relate('styles', 'styles.xml')
  relate('numbering', 'numbering.xml')
  relate('settings', 'settings.xml')
  relate('fontTable', 'fontTable.xml')
  const head = relate('header', 'header1.xml')
  const foot = relate('footer', 'footer1.xml')
  if (file.source !== null) relate('customXml', '../customXml/item1.xml')
  const hasComments = file.comments.length > 0
  if (hasComments) {
    relate('comments', 'comments.xml')
    relations.push(relation(`rId${relations.length + 1}`, EXTENDED, 'commentsExtended.xml'))
  }
  const sheet: WordSheet = {
    link(href) {
      const id = links.get(href) ?? relate('hyperlink', href, true)
      links.set(href, id)
      return id
    },
    picture(picture) {
      const path = `media/image${media.size + 1}.${picture.type}`
      const entry = media.get(picture) ?? { id: relate('image', path), path }
      media.set(picture, entry)
      return entry.id
    },
    listOf: element => file.lists.listOf.get(element)?.id ?? 0,
    nextId: () => ++ids,
    ground: file.palette.tint,
    titles: file.titles,
  }
  const paragraphs = body(sheet)
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes({ hasSource: file.source !== null, hasComments }),
    '_rels/.rels': relationsOf([
      relation('rId1', `${R}/officeDocument`, 'word/document.xml'),
      relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    ]),
    'docProps/core.xml': coreProperties(file),
    'word/document.xml': documentOf(paragraphs, head, foot),
    'word/styles.xml': styleSheet(file.palette),
    'word/numbering.xml': numbering(file.lists.lists),
    'word/settings.xml': settings,
    'word/fontTable.xml': fontTable,
    'word/header1.xml': margin('w:hdr', styles.tete, file.tete, sheet),
    'word/footer1.xml': margin('w:ftr', styles.pied, file.pied, sheet),
    'word/_rels/document.xml.rels': relationsOf(relations),
    ...(file.source === null ? {} : sourceParts(file.source)),
    ...(hasComments ? commentParts(file.comments) : {}),
    ...Object.fromEntries([...media].map(([{ bytes }, { path }]) => [`word/${path}`, bytes])),
  }
  return pack(parts)
}

/** A zip says when each file was changed, in the time of the machine: here, the first day that it can name. */
function pack(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const mtime = new Date(1980, 0, 1)
  const files: Zippable = {}
  for (const [path, content] of Object.entries(parts))
    files[path] = [
      typeof content === 'string' ? encoder.encode(content) : content,
      { mtime, level: /\.(png|jpeg)$/.test(path) ? 0 : 6 },
    ]
  return zipSync(files)
}

const relation = (id: string, type: string, target: string, outside = false) =>
  `<Relationship Id="${id}" Type="${type}" Target="${xmlText(target)}"${outside ? ' TargetMode="External"' : ''}/>`

const relationsOf = (relations: readonly string[]) =>
  `${declaration}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`

/** Endings of the parts, and what they hold. */
const endings = [
  ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
  ['xml', 'application/xml'],
  ['png', 'image/png'],
  ['jpeg', 'image/jpeg'],
] as const

/** How a document names the part that says which comment answers which. @see [MS-DOCX] §2.5.4.3 */
const EXTENDED = 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended'

function contentTypes({ hasSource, hasComments }: { hasSource: boolean; hasComments: boolean }): string {
  const office = 'application/vnd.openxmlformats-officedocument'
  const parts = [
    ['/word/document.xml', `${office}.wordprocessingml.document.main+xml`],
    ...[
      ...['styles', 'numbering', 'settings', 'fontTable'],
      ...(hasComments ? ['comments', 'commentsExtended'] : []),
    ].map(name => [`/word/${name}.xml`, `${office}.wordprocessingml.${name}+xml`]),
    ['/word/header1.xml', `${office}.wordprocessingml.header+xml`],
    ['/word/footer1.xml', `${office}.wordprocessingml.footer+xml`],
    ...(hasSource ? [['/customXml/itemProps1.xml', `${office}.customXmlProperties+xml`]] : []),
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ]
  const types = [
    ...endings.map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`),
    ...parts.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`),
  ]
  return `${declaration}<Types xmlns="${PACKAGE}/content-types">${types.join('')}</Types>`
}

function coreProperties({ titre, auteur, jour, pied }: WordFile): string {
  const date = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${jour}T00:00:00Z</dcterms:${name}>`
  return (
    `${declaration}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    xml('dc:title', {}, xmlText(titre)) +
    xml('dc:creator', {}, xmlText(auteur)) +
    xml('dc:description', {}, xmlText(pied)) +
    `<dc:language>fr-FR</dc:language>${date('created')}${date('modified')}</cp:coreProperties>`
  )
}

const namespaces = { 'xmlns:w': W, 'xmlns:r': R, 'xmlns:wp': WP, 'xmlns:a': A, 'xmlns:pic': PIC }

/** A4, upright. */
const documentOf = (paragraphs: readonly string[], head: string, foot: string): string =>
  declaration +
  xml(
    'w:document',
    namespaces,
    `<w:body>${paragraphs.join('')}<w:sectPr><w:headerReference w:type="default" r:id="${head}"/><w:footerReference w:type="default" r:id="${foot}"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body>`,
  )

const settings = `${declaration}<w:settings xmlns:w="${W}"><w:defaultTabStop w:val="709"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="fr-FR"/></w:settings>`

/** Fallback without serifs for a machine that lacks the font. */
const fontTable = `${declaration}<w:fonts xmlns:w="${W}"><w:font w:name="Calibri"><w:altName w:val="Carlito"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font><w:font w:name="Consolas"><w:altName w:val="DejaVu Sans Mono"/><w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font></w:fonts>`

const margin = (name: 'w:hdr' | 'w:ftr', style: string, text: string, sheet: WordSheet) =>
  declaration + xml(name, namespaces, styled(style, [plainRun(text)], sheet))

function sourceParts(source: string): Record<string, string> {
  const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml'
  return {
    'customXml/item1.xml': declaration + xml('fiche', { xmlns: SOURCE }, xmlText(source)),
    'customXml/itemProps1.xml': `${declaration}<ds:datastoreItem xmlns:ds="${namespace}" ds:itemID="{6B69742D-6669-6368-6521-000000000001}"><ds:schemaRefs><ds:schemaRef ds:uri="${SOURCE}"/></ds:schemaRefs></ds:datastoreItem>`,
    'customXml/_rels/item1.xml.rels': relationsOf([
      relation('rId1', `${R}/customXmlProps`, 'itemProps1.xml'),
    ]),
  }
}
