import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf } from '../../ground/index.ts'

/** Entry of an accepted picture. */
export type Baseline = Omit<Shot, 'png' | 'scale' | 'lignes' | 'style'> & {
  lignes: readonly AcceptedLine[]
  style?: Shot['style']
}

/** A line of an accepted picture, without its length. */
export type AcceptedLine = Omit<ShotLine, 'largeur'>

const INDEX = 'index.json'

/** The accepted pictures of a kit; null: none were ever accepted. */
export type Baselines = { list: readonly Baseline[]; read(id: string): Promise<Uint8Array> }

export async function readBaselines(dir: string): Promise<Baselines | null> {
  let text: string
  try {
    text = await readFile(join(dir, INDEX), 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw new Error(`${join(dir, INDEX)} cannot be read`, { cause: error })
  }
  return { list: JSON.parse(text) as Baseline[], read: id => readFile(fileOf(dir, id)) }
}

/** Makes `shots` the accepted pictures: writes what is new or other, removes what is no more. */
export async function writeBaselines(dir: string, shots: readonly Shot[]): Promise<void> {
  const former = (await readBaselines(dir))?.list ?? []
  const ids = new Set(shots.map(({ id }) => id))
  for (const { id } of former) if (!ids.has(id)) await rm(fileOf(dir, id), { force: true })
  for (const { id, png } of shots) {
    await mkdir(dirname(fileOf(dir, id)), { recursive: true })
    await writeFile(fileOf(dir, id), png)
  }
  const index = shots.map(
    ({ png: _, scale: __, lignes, style, ...rest }): Baseline => ({
      ...rest,
      ...(style.length > 0 && { style }),
      lignes: lignes.map(({ largeur: ___, ...line }): AcceptedLine => line),
    }),
  )
  // A line a view: what changed is read in the history of the file.
  const lines = index.map(baseline => ` ${JSON.stringify(baseline)}`).join(',\n')
  await writeFile(join(dir, INDEX), `[\n${lines}\n]\n`)
}

const fileOf = (dir: string, id: string) => join(dir, `${id}.png`)

/** A picture of a page of an edition. */
export type Shot = {
  /** Path of its baseline below the folder of baselines, without `.png`: `pdf/commande-publique-03`. Made of what the page is,
   *  not of where it stands: it stays when pages before it come and go. */
  id: string
  edition: 'pdf' | 'site' | 'epub'
  /** The document, as its reader calls it. */
  titre: string
  /** Variant, page of the document: `page 3`, `1280 px, de nuit`. */
  vue: string
  /** Folio on which the picture stands; null: an edition without pages. */
  page: number | null
  /** Fingerprint of its text and of where the text stands, the edition's own page numbers apart; null: not known. */
  texte: string | null
  /** Fingerprint of what it says, wherever it stands; of a page of the PDF, its foot apart. */
  mots: string
  lignes: readonly ShotLine[]
  /** What a page of the PDF is drawn with (`styleOf`); empty: of another edition. */
  style: readonly string[]
  /** Pixels of the picture for one of the page (1/96 inch). */
  scale: number
  png: Uint8Array
}

/** A line of a page, or the piece of it that begins an element, in pixels of the page (1/96 inch) from its upper left corner. */
export type ShotLine = {
  /** Its first words. */
  mots: string
  sorte: 'titre' | 'texte'
  x: number
  y: number
  largeur: number
  hauteur: number
}
