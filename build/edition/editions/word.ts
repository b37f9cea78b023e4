import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ciblesOf, type Kit, publishedFiches } from '../../../src/kit/index.ts'
import { wordName } from '../../../src/word/index.ts'
import { kept } from '../../ground/index.ts'
import type { Workplace } from '../build-options.ts'
import { writeFiche } from '../word/write-fiche.ts'
import type { Announced, MadeFiles } from './announced.ts'

/** The fiches that the site offers as Word files, where the kit allows it. */
export function wordFiles(kit: Kit): (Announced & { fiche: string })[] {
  if (!kit.reutilisation.word) return []
  return publishedFiches(kit).map(fiche => ({
    role: 'word-fiche',
    path: `word/${wordName(fiche)}`,
    fiche: fiche.slug,
  }))
}

/** Makes a Word file of each fiche, where the kit allows it; an unchanged one is taken from a former build. */
export async function makeWord({
  kit,
  cache,
  signal,
}: Pick<Workplace, 'kit' | 'cache' | 'signal'>): Promise<MadeFiles> {
  const announced = wordFiles(kit)
  if (announced.length === 0) return { announced, files: {} }
  const { titre, editeur, licence, familles, tokens } = kit
  // Its references name other texts by the titles that these have.
  const titles = [...ciblesOf(kit)].map(([slug, { titre }]) => [slug, titre])
  const common = JSON.stringify([titre, editeur, licence, familles, tokens, titles])
  const files: Record<string, Uint8Array> = {}
  for (const fiche of publishedFiches(kit)) {
    signal.throwIfAborted()
    const sources = [fiche.file, ...fiche.corps.images.map(({ path }) => path)]
    const bytes = await Promise.all(sources.map(file => readFile(join(kit.dir, file))))
    files[`word/${wordName(fiche)}`] = await kept(cache, 'word', [common, ...bytes], () =>
      writeFiche(kit, fiche),
    )
  }
  return { announced, files }
}
