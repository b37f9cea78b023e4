import {
  addThreads,
  fileName,
  folderOfFamily,
  type Identity,
  identitiesIn,
  type KitFolder,
  passageOf,
  type Relecture,
  threadsOf,
  writeThreads,
} from '../kit/index.ts'
import { headValue } from './front-matter.ts'
import type { HeadSetting } from './import-head.ts'
import { type Imported, importWord } from './import-word.ts'
import { readReview } from './review/read-review.ts'
import { likenessTo, readUnsigned } from './review/unsigned-review.ts'
import { compareWords, type WordChange } from './words.ts'

/** A review that came back. `line`: of the fiche, from 1, where each thread stands; null: about the whole, or its sentence is gone. */
export type TakenReview = {
  fiche: string
  /** The file of its threads. */
  path: string
  /** To write, by path in the kit. */
  files: Map<string, Uint8Array>
  additions: { thread: Relecture; line: number | null }[]
  /** Threads that were there already. */
  repeats: number
  newPictures: number
}

/** Finds what reviewers wrote into a file that the kit gave; the fiche stays as it is.
 *  @param jour of what says none, `2026-12-03` @param reviewed the number of the fiche that a person says it is of; null: the file says it
 *  @returns null: the kit did not give the file, or has no such fiche any more
 *  @throws UnreadableWord, UnreadableThreads with the reason in French */
export async function takeReview(
  folder: KitFolder,
  bytes: Uint8Array,
  jour: string,
  reviewed: number | null = null,
): Promise<TakenReview | null> {
  const signed = readReview(bytes, jour)
  const kit = await identitiesIn(folder)
  const fiche = kit?.fiches.find(({ numero, slugs }) =>
    signed ? slugs.includes(signed.slug) : numero !== null && numero === reviewed,
  )
  const review = signed ?? (fiche ? readUnsigned(bytes, jour, fiche.text) : null)
  if (!review || !fiche) return null
  const { path, threads } = threadsOf(fiche.text, folder)
  const next = addThreads(threads, review.threads, fiche.text)
  return {
    fiche: fiche.file,
    path,
    files: new Map(next.threads.length > 0 ? [[path, encode(writeThreads(next.threads))]] : []),
    additions: next.additions.map(thread => {
      const passage = passageOf(fiche.text, thread)
      return { thread, line: passage && fiche.text.slice(0, passage.from).split('\n').length }
    }),
    repeats: review.threads.length - next.additions.length,
    newPictures: review.newPictures,
  }
}

/** A fiche that a Word file may be a review of, and the share of words that they have in common, of 1. */
type LikeFiche = Pick<Identity, 'file' | 'numero' | 'titre'> & { share: number }

/** From here on a person is asked. */
const LIKE = 0.5

/** Finds the fiche that a Word file is most like. @returns null: it is like none @throws UnreadableWord */
export async function likeFiche(folder: KitFolder, bytes: Uint8Array): Promise<LikeFiche | null> {
  const kit = await identitiesIn(folder)
  const { shareIn } = likenessTo(bytes)
  const [best] = (kit?.fiches ?? [])
    .filter(({ announced, numero }) => !announced && numero !== null)
    .map(({ file, numero, titre, text }) => ({ file, numero, titre, share: shareIn(text) }))
    .sort((a, b) => b.share - a.share)
  return best && best.share >= LIKE ? best : null
}

/** A person's choices for an import. `inPlaceOf`: the file of the announced fiche that it is; null: it is a fiche of its own;
 *  undefined: nobody was asked, the file decides. */
export type FicheChoice = Pick<HeadSetting, 'nom' | 'famille' | 'numero' | 'familles'> & {
  jour: string
  inPlaceOf?: string | null
}

/** A manuscript as a fiche. */
export type TakenFiche = Imported & {
  /** The fiche among `files`. */
  file: string
  files: Map<string, Uint8Array>
  /** The announced fiche that it is. */
  announced: Identity | null
  /** Differences to the fiche of the same name in the kit, which stays as it is: the new text lies beside it. */
  changes: { file: string; words: WordChange[] } | null
}

/** Makes a fiche of a Word file. One that has a text is never replaced. @throws UnreadableWord with the reason in French */
export async function takeFiche(
  folder: KitFolder,
  bytes: Uint8Array,
  { jour, inPlaceOf, ...choice }: FicheChoice,
): Promise<TakenFiche> {
  const kit = await identitiesIn(folder)
  if (kit === null) throw new Error(`${folder.dir} is no folder`)
  const { fiches, pages, listing } = kit
  const importAs = (others: readonly Identity[], own: Partial<HeadSetting>) =>
    importWord(bytes, {
      ...choice,
      slug: null,
      ...own,
      mois: jour.slice(0, 7),
      taken: listing.others,
      numbers: new Map(others.flatMap(({ numero, slug }) => (numero ? [[numero, slug] as const] : []))),
    })
  const first = importAs(fiches, {})
  const slug = headValue(first.head, 'slug') || choice.nom
  const announced =
    inPlaceOf === undefined
      ? fiches.find(
          ({ announced, ...fiche }) =>
            announced &&
            (fiche.slug === slug ||
              fiche.titre === first.head.titre ||
              (fiche.numero !== null && fiche.numero === first.ownNumber)),
        )
      : fiches.find(({ file, announced }) => announced && file === inPlaceOf)
  const same = [...fiches, ...pages].find(fiche => fiche.slug === slug && fiche !== announced)
  let imported = first
  if (announced) {
    const { slug, numero, famille } = announced
    const others = fiches.filter(fiche => fiche !== announced)
    imported = importAs(others, { slug, numero, famille: choice.famille ?? famille })
  } else if (same && inPlaceOf === null) {
    const taken = new Set([...fiches, ...pages].flatMap(({ slugs }) => slugs))
    imported = importAs(fiches, { slug: freeName(slug, name => taken.has(name), '') })
  }
  const target =
    announced?.file ?? (imported === first && same ? same.file : placeFor(imported, fiches, choice))
  const isTaken = (path: string) => path !== announced?.file && folder.read(path) !== 'absent'
  const file = isTaken(target) ? freeName(target, isTaken) : target
  const former = [...fiches, ...pages].find(fiche => file !== target && fiche.file === target)
  return {
    ...imported,
    file,
    files: new Map([
      [file, encode(imported.markdown)],
      ...imported.pictures.map(picture => [picture.path, picture.bytes] as const),
    ]),
    announced: announced ?? null,
    changes: former ? { file: target, words: compareWords(former.text, imported.markdown) } : null,
  }
}

/** Names the file of a fiche: in the folder of its family. */
function placeFor(
  { head }: Imported,
  fiches: readonly Identity[],
  { nom, familles }: Pick<FicheChoice, 'nom' | 'familles'>,
): string {
  const [slug = nom, famille, numero] = ['slug', 'famille', 'numero'].map(key => headValue(head, key))
  if (headValue(head, 'gabarit')) return `annexes/${slug}.md`
  return `${folderOfFamily(fiches, familles, famille ?? '')}/${fileName(Number(numero), slug)}`
}

/** Names a file beside one that is not to be replaced: `08-scic.md` → `08-scic.nouveau.md`. */
export function freeName(path: string, isTaken: (path: string) => boolean, sign = '.nouveau'): string {
  const [, stem = '', extension = ''] = /^(.*?)(\.[^./]+)?$/.exec(path) ?? []
  for (let count = sign === '' ? 2 : 1; ; count++) {
    const name = `${stem}${sign}${count === 1 ? '' : `-${count}`}${extension}`
    if (!isTaken(name)) return name
  }
}

const encode = (text: string) => new TextEncoder().encode(text)
