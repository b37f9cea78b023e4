import { REST, withValues } from '../yaml/write-values.ts'
import { fileName } from './new-fiche.ts'

type FormerFiche = {
  file: string
  /** Null: it cannot be read; the name of its file tells it. */
  numero: number | null
  slug: string
  /** It has no page yet: no address leads to it. */
  announced: boolean
}

/** Gives a fiche another title and another slug. Its file is renamed, cross-references follow, and the former address is
 *  kept for readers.
 *  @param files the texts of the kit by their paths @returns the changed files and their new text; null removes a file */
export function renameFiche(
  files: ReadonlyMap<string, string>,
  { file, numero, slug, announced }: FormerFiche,
  { titre, slug: next }: { titre: string; slug: string },
): { target: string; changes: Map<string, string | null> } {
  const text = withValues(files.get(file) ?? '', { titre, slug: next })
  if (next === slug) return { target: file, changes: new Map([[file, text]]) }
  const reference = new RegExp(`\\[\\[[^\\S\\n]*${slug.replace(/[^\w-]/g, '\\$&')}[^\\S\\n]*\\]\\]`, 'g')
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

const FORMER_SLUGS = new RegExp(`^anciens_slugs:(${REST})\\r?\\n`, 'm')

/** Former addresses lead to the fiche that had them: a copy has none. */
export const withoutFormerSlugs = (text: string): string => text.replace(FORMER_SLUGS, '')

/** The text of a fiche that had another slug, whose address leads to it from now on. */
export function withFormerSlug(text: string, former: string, slug: string): string {
  const listed = FORMER_SLUGS.exec(text)?.[1] ?? ''
  const slugs = new Set([...(listed.replace(/#.*/g, '').match(/[a-z\d]+(?:-[a-z\d]+)*/g) ?? []), former])
  slugs.delete(slug)
  const line = `anciens_slugs: [${[...slugs].join(', ')}]`
  return withoutFormerSlugs(text).replace(/^slug:[^\r\n]*(\r?\n)/m, (own, end) => `${own}${line}${end}`)
}
