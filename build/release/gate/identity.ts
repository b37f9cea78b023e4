import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publishedFiches } from '../../../src/indexes/published.ts'
import type { Kit } from '../../../src/kit.ts'
import { count, type Finding, fault, type Look } from '../../../src/problems/finding.ts'
import { find, textOf } from '../../judge/audit/read/html.ts'
import { unpack } from '../../pdf/object/packing.ts'
import { PdfFile } from '../../pdf/object/pdf-file.ts'
import { Dict, List, Stream } from '../../pdf/object/values.ts'
import { xmpReader } from '../../pdf/object/xmp.ts'
import type { Artefact, Manifest } from '../manifest.ts'
import type { Edition } from './edition.ts'
import { misopened } from './opening.ts'

/** The program that makes the files, by its own name. */
const PRESS = 'kit-press'

/** What a PDF must say of itself. */
type Identity = { Title: string; Author: string; Subject: string | null; Keywords: string[]; day: string }

/** Entry of Info → the property of XMP that says the same. */
const twins = {
  Title: 'dc:title',
  Author: 'dc:creator',
  Subject: 'dc:description',
  Keywords: 'pdf:Keywords',
} as const

/** Every PDF says in both its identity cards, Info and XMP, what the kit says: title, author, subject, keywords, date; the e-book has the
 *  same date. */
export async function* judgeIdentity({ material, dir, manifest }: Edition): Look {
  const { kit, epub } = material
  // The pieces of excerpts are no edition: what is cut from them says what it is.
  const files = manifest.artefacts.filter(({ path, role }) => path.endsWith('.pdf') && role !== 'extrait')
  const named = new Map<string, string>()
  for (const artefact of files) {
    const file = PdfFile.open(await readFile(join(dir, artefact.path)))
    yield* compare(artefact, file, identityOf(kit, manifest, artefact))
    yield* misopened(artefact.path, file)
    const id = file.trailer.find('ID', List)?.items.join(' ') ?? ''
    const other = named.get(id)
    if (id === '') yield fault(artefact.path, 'Le fichier n’a pas d’identifiant (ID).')
    else if (other) yield fault(artefact.path, `Son identifiant (ID) est aussi celui de ${other}.`)
    else named.set(id, artefact.path)
  }
  const { opf } = await epub()
  const modified = find(opf, ({ attribs }) => attribs['property'] === 'dcterms:modified')
  const [day, wanted] = [
    modified ? textOf(modified).trim().slice(0, 10) : 'absente',
    manifest.date.slice(0, 10),
  ]
  if (day !== wanted)
    yield fault('Livre numérique, notice', `dcterms:modified : « ${day} » au lieu de « ${wanted} ».`)
  return `${count(files.length, 'PDF', 'PDF')} : titre, auteur, sujet, mots-clés, date et langue, dans Info et dans XMP`
}

function identityOf(kit: Kit, { date }: Manifest, { fiche: slug }: Artefact): Identity {
  const published = publishedFiches(kit)
  const fiche = published.find(one => one.slug === slug)
  return {
    Title: fiche ? `${fiche.titre} (${kit.titre}, fiche ${fiche.numero})` : kit.titre,
    Author: kit.editeur.nom,
    Subject: fiche ? fiche.resume || null : kit.sous_titre,
    Keywords: [...new Set((fiche ? [fiche] : published).flatMap(({ mots_cles }) => mots_cles))],
    day: date.slice(0, 10),
  }
}

function* compare(
  { path }: Artefact,
  { trailer, catalog }: PdfFile,
  { Keywords, day, ...wanted }: Identity,
): Generator<Finding> {
  const info = trailer.find('Info', Dict)
  const packet = catalog.find('Metadata', Stream)
  const property = packet && xmpReader(new TextDecoder().decode(unpack(packet)))
  const texts = { ...wanted, Keywords: Keywords.length > 0 ? Keywords.join(', ') : null }
  const differ = (where: string, name: string, said: string | undefined, expected: string | null) =>
    (said ?? null) === expected
      ? []
      : [fault(path, `${where}, ${name} : « ${said ?? 'absent'} » au lieu de « ${expected ?? 'absent'} ».`)]
  const days = [
    info?.text('CreationDate')?.replace(/^D:(\d{4})(\d\d)(\d\d).*/, '$1-$2-$3'),
    property?.('xmp:CreateDate')?.slice(0, 10),
  ]
  const language = catalog.text('Lang') ?? ''
  for (const key of ['OpenAction', 'AA'].filter(key => catalog.lookup(key) !== undefined))
    yield fault(path, `Le fichier agit de lui-même (${key}).`)
  for (const [entry, name] of Object.entries(twins)) {
    const expected = texts[entry as keyof typeof twins]
    yield* differ('Info', entry, info?.text(entry), expected)
    yield* differ('XMP', name, property?.(name), expected)
  }
  yield* differ('Info', 'Creator', info?.text('Creator'), PRESS)
  yield* differ('XMP', 'xmp:CreatorTool', property?.('xmp:CreatorTool'), PRESS)
  yield* differ('Info', 'CreationDate', days[0], day)
  yield* differ('XMP', 'xmp:CreateDate', days[1], day)
  if (!/^fr\b/.test(language))
    yield fault(path, `La langue du fichier est « ${language} » et non le français.`)
}
