import { type Zippable, zipSync } from 'fflate'
import { type Element, plainRun } from '../element.ts'
import { styles } from '../parts.ts'
import { declaration, xml, xmlText } from '../xml/markup.ts'
import { A, PACKAGE, PIC, R, SOURCE, W, WP } from './namespaces.ts'
import { type NumberedList, numbering } from './numbering.ts'
import { type Sheet, styled } from './paragraphs.ts'
import type { WordPicture } from './picture-of-word.ts'
import { type Palette, styleSheet } from './style-sheet.ts'

/** What a Word file is made of, apart from its body. */
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
  lists: { lists: readonly NumberedList[]; listOf: ReadonlyMap<Element, NumberedList> }
  /** The Markdown that the file was made from; null for a template. */
  source: string | null
}

const encoder = new TextEncoder()

/** The bytes of a `.docx`: the same for the same file. @param body writes the paragraphs of the document */
export function writeWordFile(file: WordFile, body: (sheet: Sheet) => readonly string[]): Uint8Array {
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
  const sheet: Sheet = {
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
    '[Content_Types].xml': contentTypes(file.source !== null),
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
      { mtime, level: /\.(png|jpeg)$/.test(path) ? 0 : 9 },
    ]
  return zipSync(files)
}

const relation = (Id: string, Type: string, Target: string, outside = false) =>
  xml('Relationship', { Id, Type, Target, TargetMode: outside ? 'External' : null })

const relationsOf = (relations: readonly string[]) =>
  declaration + xml('Relationships', { xmlns: `${PACKAGE}/relationships` }, relations)

function contentTypes(hasSource: boolean): string {
  const office = 'application/vnd.openxmlformats-officedocument'
  const kinds = ['styles', 'numbering', 'settings', 'fontTable'].map(name => [
    `/word/${name}.xml`,
    `wordprocessingml.${name}`,
  ])
  return (
    declaration +
    xml('Types', { xmlns: `${PACKAGE}/content-types` }, [
      xml('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      xml('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      xml('Default', { Extension: 'png', ContentType: 'image/png' }),
      xml('Default', { Extension: 'jpeg', ContentType: 'image/jpeg' }),
      ...[
        ['/word/document.xml', 'wordprocessingml.document.main'],
        ...kinds,
        ['/word/header1.xml', 'wordprocessingml.header'],
        ['/word/footer1.xml', 'wordprocessingml.footer'],
        ...(hasSource ? [['/customXml/itemProps1.xml', 'customXmlProperties']] : []),
      ].map(([PartName = '', kind = '']) =>
        xml('Override', { PartName, ContentType: `${office}.${kind}+xml` }),
      ),
      xml('Override', {
        PartName: '/docProps/core.xml',
        ContentType: 'application/vnd.openxmlformats-package.core-properties+xml',
      }),
    ])
  )
}

function coreProperties({ titre, auteur, jour, pied }: WordFile): string {
  const at = `${jour}T00:00:00Z`
  return (
    declaration +
    xml(
      'cp:coreProperties',
      {
        'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      [
        xml('dc:title', {}, xmlText(titre)),
        xml('dc:creator', {}, xmlText(auteur)),
        xml('dc:description', {}, xmlText(pied)),
        xml('dc:language', {}, 'fr-FR'),
        xml('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, at),
        xml('dcterms:modified', { 'xsi:type': 'dcterms:W3CDTF' }, at),
      ],
    )
  )
}

const namespaces = { 'xmlns:w': W, 'xmlns:r': R, 'xmlns:wp': WP, 'xmlns:a': A, 'xmlns:pic': PIC }

function documentOf(paragraphs: readonly string[], head: string, foot: string): string {
  const page = xml('w:sectPr', {}, [
    xml('w:headerReference', { 'w:type': 'default', 'r:id': head }),
    xml('w:footerReference', { 'w:type': 'default', 'r:id': foot }),
    xml('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
    xml('w:pgMar', {
      'w:top': 1304,
      'w:right': 1134,
      'w:bottom': 1134,
      'w:left': 1134,
      'w:header': 567,
      'w:footer': 567,
      'w:gutter': 0,
    }),
  ])
  return declaration + xml('w:document', namespaces, xml('w:body', {}, [...paragraphs, page]))
}

const settings =
  declaration +
  xml('w:settings', { 'xmlns:w': W }, [
    xml('w:defaultTabStop', { 'w:val': 709 }),
    xml('w:compat', {}, [
      xml('w:compatSetting', {
        'w:name': 'compatibilityMode',
        'w:uri': 'http://schemas.microsoft.com/office/word',
        'w:val': 15,
      }),
    ]),
    xml('w:themeFontLang', { 'w:val': 'fr-FR' }),
  ])

/** Where a machine lacks the font, it takes another one without serifs. */
const fontTable =
  declaration +
  xml(
    'w:fonts',
    { 'xmlns:w': W },
    [
      ['Calibri', 'Carlito', 'swiss', 'variable'],
      ['Consolas', 'DejaVu Sans Mono', 'modern', 'fixed'],
    ].map(([name = '', other = '', family = '', pitch = '']) =>
      xml('w:font', { 'w:name': name }, [
        xml('w:altName', { 'w:val': other }),
        xml('w:family', { 'w:val': family }),
        xml('w:pitch', { 'w:val': pitch }),
      ]),
    ),
  )

const margin = (name: 'w:hdr' | 'w:ftr', style: string, text: string, sheet: Sheet) =>
  declaration + xml(name, namespaces, styled(style, [plainRun(text)], sheet))

function sourceParts(source: string): Record<string, string> {
  const id = '{6B69742D-6669-6368-6521-000000000001}'
  const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml'
  return {
    'customXml/item1.xml': declaration + xml('fiche', { xmlns: SOURCE }, xmlText(source)),
    'customXml/itemProps1.xml':
      declaration +
      xml(
        'ds:datastoreItem',
        { 'xmlns:ds': namespace, 'ds:itemID': id },
        xml('ds:schemaRefs', {}, xml('ds:schemaRef', { 'ds:uri': SOURCE })),
      ),
    'customXml/_rels/item1.xml.rels': relationsOf([
      relation('rId1', `${R}/customXmlProps`, 'itemProps1.xml'),
    ]),
  }
}
