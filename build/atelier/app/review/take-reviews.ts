import { sheetAt } from '../../../../src/kit/index.ts'
import { messageOf, plural } from '../../../../src/problems/index.ts'
import { oneByOne } from '../../../../src/text/index.ts'
import type { Workbench } from '../../worker/workbench.ts'
import type { Desk } from '../desk.ts'
import { askIn, attemptFor, h, type Say } from '../dom.ts'

/** What came of a file, for its author. */
type Taken = { fiche: string | null; line: string }

/** Creates what is done with Word files: one that the kit gave brings back a review, others become fiches. Several come in one by
 *  one: they may be of the same fiche. */
export function reviewTaker(options: {
  desk: Desk
  workbench: Workbench
  say: Say
  open(fiche: string): void
  importWord(file: File): void
}): (files: readonly File[]) => void {
  const { desk, workbench, say, open, importWord } = options
  const inTurn = oneByOne()
  /** @returns null: it is no review */
  async function take(file: File, reviewed: number | null = null): Promise<Taken | null> {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const jour = new Date().toISOString().slice(0, 10)
    const former = desk.files()
    await desk.read()
    const review = await workbench.takeReview(bytes, jour, reviewed)
    if (!review) return reviewed === null ? takeUnsigned(file, bytes) : null
    // Somebody accepted or answered meanwhile: what stands there now takes the review in.
    if ([...review.files.keys()].some(path => desk.bytesOf(path) !== (former.get(path) ?? null)))
      return take(file, reviewed)
    await desk.replace(review.files)
    const pictures =
      review.newPictures > 0 ? ` ${plural(review.newPictures, 'image')} de plus : à reprendre à la main.` : ''
    const line = `« ${file.name} » est une relecture de « ${titleOf(review.fiche)} » : ${plural(review.additions.length, 'remarque ou proposition', 'remarques ou propositions')} de plus.${pictures}`
    return { fiche: review.fiche, line }
  }
  const titleOf = (path: string) => sheetAt(desk.reading().glance, path)?.titre ?? path

  /** Asks about a file that went through another program than Word, which left out what says that it is a review. */
  async function takeUnsigned(file: File, bytes: Uint8Array): Promise<Taken | null> {
    const like = await workbench.likeFiche(bytes)
    if (!like) return null
    const answers = await askIn(
      `« ${file.name} »`,
      'C’est une relecture',
      h(
        'p',
        `Est-ce une relecture de la fiche ${like.numero}, « ${like.titre} » ? Leurs mots sont les mêmes à ${percentOf(like.share)} %.`,
      ),
      h(
        'p',
        'Ses commentaires et ses changements viennent à côté du texte, qui ne change pas. « Annuler » l’importe comme un document neuf.',
      ),
    )
    return answers && take(file, like.numero)
  }

  return files =>
    attemptFor(say)(() =>
      inTurn(async () => {
        const lines: string[] = []
        const fiches = new Set<string>()
        for (const file of files) {
          const tell = (error: unknown) => ({ fiche: null, line: `« ${file.name} » : ${messageOf(error)}` })
          const taken = await take(file).catch(tell)
          if (taken === null) importWord(file)
          else lines.push(taken.line)
          if (taken?.fiche) fiches.add(taken.fiche)
        }
        // Answers to several fiches are all told; none of them is opened before the others.
        const [only, ...others] = fiches
        if (only && others.length === 0) open(only)
        if (lines.length > 0) say(lines.join('\n'))
      }),
    )
}

const percentOf = (share: number) => Math.floor(100 * share)
