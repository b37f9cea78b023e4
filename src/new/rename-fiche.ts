import { withFormerSlug, withValues } from './front-matter.ts'
import { fileName } from './new-fiche.ts'

type Fiche = {
  file: string
  /** Null: it cannot be read; the name of its file tells it. */
  numero: number | null
  slug: string
  /** It has no page yet: no address leads to it. */
  announced: boolean
}

/** Gives a fiche another title and another slug. Its file follows, and what names it: cross-references, and for
 *  readers its former address.
 *  @param files the texts of the kit by their paths
 *  @returns those that change, and their new text; null removes a file */
export function renameFiche(
  files: ReadonlyMap<string, string>,
  { file, numero, slug, announced }: Fiche,
  { titre, slug: next }: { titre: string; slug: string },
): { target: string; changes: Map<string, string | null> } {
  const text = withValues(files.get(file) ?? '', { titre, slug: next })
  if (next === slug) return { target: file, changes: new Map([[file, text]]) }
  const reference = new RegExp(`\\[\\[[^\\S\\n]*${slug}[^\\S\\n]*\\]\\]`, 'g')
  const follow = (source: string) => source.replace(reference, `[[${next}]]`)
  const [folder = '', name = ''] = file.split(/\/(?=[^/]*$)/)
  const target = `${folder}/${fileName(numero ?? (Number.parseInt(name, 10) || 0), next)}`
  const changes = new Map<string, string | null>([
    [file, null],
    [target, follow(announced ? text : withFormerSlug(text, slug, next))],
  ])
  for (const [path, source] of files) {
    if (path === file) continue
    const followed = follow(source)
    if (path.endsWith('.md') && followed !== source) changes.set(path, followed)
  }
  return { target, changes }
}
