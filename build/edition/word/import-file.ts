import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { decodeText, type KitFolder, listKit, readBytes, slugsIn } from '../../../src/kit/index.ts'
import {
  compareWords,
  type Imported,
  type ImportSetting,
  importWord,
  readReview,
  refuseLarge,
  UnreadableWord,
  type WordChange,
} from '../../../src/word/index.ts'
import { diskFolder, writeNew } from '../../ground/index.ts'
import { type ImportedReview, importReview } from './reviews.ts'

type ImportOptions = Omit<ImportSetting, 'nom' | 'slug' | 'taken' | 'numbers' | 'mois'> & {
  /** Day of the import, `2026-12-03`. */
  jour: string
  /** Absolute path of the kit. */
  fiches: string
}

/** An imported file: the place of its Markdown in the kit, and the changes to an existing fiche. */
export type ImportedFile = Imported & {
  path: string
  changes: { path: string; words: WordChange[] } | null
}

/** Makes a fiche of a file, and puts it and its pictures into the kit. A fiche that is there is left as it is: the new text
 *  lies beside it, or, when the file was given by the kit, the remarks and proposals that came back in it.
 *  @throws UnreadableWord that says in French why the file may not be read */
export async function importFile(
  file: string,
  { fiches, jour, ...setting }: ImportOptions,
): Promise<ImportedFile | ImportedReview> {
  const bytes = bytesOf(file)
  const nom = basename(file, extname(file))
  const folder = diskFolder(fiches)
  const listing = await listKit(folder)
  if (listing === null) throw new Error(`${fiches} is no folder`)
  const existing = listing.fiches.map(path => ({ path, ...identityOf(folder, path) }))
  const review = readReview(bytes, jour)
  const reviewed = review && existing.find(({ slugs }) => slugs.includes(review.slug))
  if (review && reviewed) return importReview(review, reviewed, fiches)
  const numbers = new Map(
    existing.flatMap(fiche => (fiche.numero > 0 ? [[fiche.numero, fiche.slug] as const] : [])),
  )
  const fullSetting = { ...setting, mois: jour.slice(0, 7), nom, slug: null, taken: listing.others, numbers }
  const imported = importWord(bytes, fullSetting)
  const value = (key: string) => imported.head.rows.find(([name]) => name === key)?.[1]
  const path = pathFor(existing, {
    slug: value('slug') ?? nom,
    numero: value('numero') ?? '',
    famille: value('famille') ?? '',
  })
  const exists = existsSync(join(fiches, path))
  const target = exists ? freeName(fiches, path) : path
  const files = new Map<string, string | Uint8Array>([[target, imported.markdown]])
  for (const { path, bytes } of imported.pictures) files.set(path, bytes)
  await writeNew(fiches, files)
  const before = exists ? readFileSync(join(fiches, path), 'utf8') : ''
  const changes = exists ? { path, words: compareWords(before, imported.markdown) } : null
  return { ...imported, path: target, changes }
}

function bytesOf(file: string): Uint8Array {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats?.isFile()) throw new UnreadableWord('ce fichier n’existe pas.')
  refuseLarge(stats.size)
  return readFileSync(file)
}

type Identity = { slug: string; famille: string }

/** Names a fiche, whatever else is wrong with it. `slugs`: its own, and its former ones. */
function identityOf(
  folder: KitFolder,
  path: string,
): Identity & { numero: number; slugs: string[]; text: string } {
  const bytes = readBytes(folder, path)
  const text = 'code' in bytes ? '' : (decodeText(bytes, path).text ?? '')
  const of = (key: string) => new RegExp(`^${key}: *["']?([\\w-]+)`, 'm').exec(text)?.[1] ?? ''
  const slugs = slugsIn(text)
  const numero = Number.parseInt(of('numero'), 10)
  return { slug: slugs[0] ?? '', famille: of('famille'), numero, slugs, text }
}

/** The fiche of the same slug; else a name of its own, in the folder of its family. */
function pathFor(
  existing: readonly (Identity & { path: string })[],
  { slug, numero, famille }: Identity & { numero: string },
): string {
  const same = existing.find(fiche => fiche.slug === slug)
  if (same) return same.path
  const folder = existing.find(fiche => famille !== '' && fiche.famille === famille)?.path.split('/')[0]
  const name = numero === '' ? slug : `${numero.padStart(2, '0')}-${slug}`
  return `${folder ?? (famille === '' ? 'a-classer' : famille)}/${name}.md`
}

/** Names a file beside one that is not to be replaced: `08-scic.md` → `08-scic.nouveau.md`. @param path from `dir` */
export function freeName(dir: string, path: string): string {
  const extension = extname(path)
  for (let count = 1; ; count++) {
    const name = `${path.slice(0, -extension.length)}.nouveau${count === 1 ? '' : `-${count}`}${extension}`
    if (!existsSync(join(dir, name))) return name
  }
}
