import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readKit } from '../../build/disk/read-kit.ts'
import type { Kit } from '../../src/kit.ts'

/** Reads a generated kit. @throws Error with the first mistake when it is none */
export async function readCopy(dir: string): Promise<Kit> {
  const { kit, diagnostics } = await readKit(dir)
  const error = diagnostics.find(({ severity }) => severity === 'erreur')
  if (!kit || error) throw new Error(`the kit in ${dir} has errors: ${JSON.stringify(error)}`)
  return kit
}

/** Adds a sentence, other than that of the round before, to the first paragraph of the fiche in the middle of the kit. */
export async function editFiche(kit: Kit, round: number): Promise<void> {
  const published = kit.fiches.filter(({ statut }) => statut !== 'a-paraitre')
  const fiche = published[Math.floor(published.length / 2)]
  if (!fiche) throw new Error('the kit holds no published fiche')
  const file = join(kit.dir, fiche.file)
  const text = (await readFile(file, 'utf8')).replace(/ Mesure \d+\.$/m, '')
  const edited = text.replace(/^(---\n[\s\S]*?\n---\n+\S.*)$/m, `$1 Mesure ${round}.`)
  if (edited === text) throw new Error(`${file} has no paragraph to edit`)
  await writeFile(file, edited)
}
