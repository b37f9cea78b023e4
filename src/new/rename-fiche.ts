import { withFormerSlug, withValues } from './front-matter.ts'
import { fileName } from './new-fiche.ts'

type Fiche = {
  file: string
  numero: number | null
  slug: string
  /** It has no page yet: no address leads to it. */
  announced: boolean
}

/** Gives a fiche another title and another slug. Its file follows, and what names it: cross-references, the addresses of questions, and for
 *  readers its former address.
 *  @param files the texts of the kit by their paths
 *  @returns those that change, and their new text; null removes a file */
export function renameFiche(
  files: ReadonlyMap<string, string>,
  { file, numero, slug, announced }: Fiche,
  { titre, slug: next }: { titre: string; slug: string },
): { target: string; changes: Map<string, string | null> } {
  const target = `${file.split('/').slice(0, -1).join('/')}/${fileName(numero ?? 0, next)}`
  const isMoved = next !== slug
  const text = withValues(files.get(file) ?? '', { titre, slug: next })
  const changes = new Map<string, string | null>()
  if (target !== file) changes.set(file, null)
  changes.set(target, isMoved && !announced ? withFormerSlug(text, slug, next) : text)
  if (!isMoved) return { target, changes }
  const reference = new RegExp(`\\[\\[[^\\S\\n]*${slug}[^\\S\\n]*\\]\\]`, 'g')
  const address = new RegExp(`^fiches/${slug}(?=[#:])`, 'gm')
  for (const [path, source] of files) {
    if (path === file) continue
    const followed = path.endsWith('.md')
      ? source.replace(reference, `[[${next}]]`)
      : path === 'questions.yaml'
        ? source.replace(address, `fiches/${next}`)
        : source
    if (followed !== source) changes.set(path, followed)
  }
  return { target, changes }
}
