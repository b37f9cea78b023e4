import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kit } from '../../src/kit.ts'
import { parseBody } from '../../src/markdown/parse.ts'

/** Writes into `to` the kit with its longest fiche as long as asked: what the other fiches say stands behind it, time and again.
 *  @param to a folder that may exist: what a former run left there is removed. @param words at least so many */
export async function lengthenFiche(kit: Kit, to: string, words: number): Promise<void> {
  await rm(to, { recursive: true, force: true })
  await cp(kit.dir, to, { recursive: true })
  const fiches = kit.fiches.flatMap(fiche => (fiche.statut === 'a-paraitre' ? [] : [fiche]))
  const longest = fiches.toSorted((one, other) => other.corps.mots - one.corps.mots)[0]
  if (!longest) throw new Error('the kit holds no published fiche')
  const sections = await Promise.all(
    fiches.map(async ({ file }) => {
      const whole = await readFile(join(kit.dir, file), 'utf8')
      // A chapô stands at the head of a fiche alone.
      const text = whole.slice(whole.indexOf('\n## '))
      return { text, mots: parseBody(text, { file, firstLine: 1 }).corps.mots }
    }),
  )
  let text = await readFile(join(kit.dir, longest.file), 'utf8')
  for (let [written, at] = [longest.corps.mots, 0]; written < words; at++) {
    const section = sections[at % sections.length]
    text += section?.text ?? ''
    written += section?.mots ?? words
  }
  await writeFile(join(to, longest.file), text)
}
