import { messageOf, plural } from '../../../../src/problems/index.ts'
import { oneByOne } from '../../../../src/text/index.ts'
import type { Workbench } from '../../worker/workbench.ts'
import type { Desk } from '../desk.ts'
import { attemptFor, type Say } from '../dom.ts'

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
  /** @returns what came of the file, for its author; null: it is no review */
  async function take(file: File): Promise<string | null> {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const jour = new Date().toISOString().slice(0, 10)
    const former = desk.files()
    await desk.read()
    const review = await workbench.takeReview(bytes, jour)
    if (!review) return null
    // Somebody accepted or answered meanwhile: what stands there now takes the review in.
    if ([...review.files.keys()].some(path => desk.bytesOf(path) !== (former.get(path) ?? null)))
      return take(file)
    await desk.replace(review.files)
    open(review.fiche)
    const pictures =
      review.newPictures > 0 ? ` ${plural(review.newPictures, 'image')} de plus : à reprendre à la main.` : ''
    return `« ${file.name} » est une relecture de la fiche : ${plural(review.additions.length, 'remarque ou proposition', 'remarques ou propositions')} de plus.${pictures}`
  }
  return files =>
    attemptFor(say)(() =>
      inTurn(async () => {
        const lines: string[] = []
        for (const file of files) {
          const line = await take(file).catch((error: unknown) => `« ${file.name} » : ${messageOf(error)}`)
          if (line === null) importWord(file)
          else lines.push(line)
        }
        if (lines.length > 0) say(lines.join('\n'))
      }),
    )
}
