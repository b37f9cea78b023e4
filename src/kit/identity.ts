import { declared, isAnnounced, textAt, texts } from './draft.ts'
import { decodeText, splitFrontMatter } from './file-text.ts'
import { type KitFolder, listKit, readBytes } from './kit-folder.ts'
import { parseYaml } from './yaml/parse-yaml.ts'

/** How a fiche or a page calls itself, whatever else is wrong with it. */
export type Identity = {
  file: string
  /** Null: neither its front matter nor the name of its file says one. */
  numero: number | null
  slug: string
  /** Its slug, then its former ones. */
  slugs: string[]
  titre: string
  famille: string
  /** Only announced: it has no text yet. */
  announced: boolean
}

/** Reads the front matter of a text; the name of its file says what is missing there. */
export function identityOf(file: string, text: string): Identity {
  const { parts } = splitFrontMatter(text, file)
  const yaml = parseYaml(parts?.yaml ?? '', { file, firstLine: 2 })
  const [, inName, stem = ''] = /^(?:(\d{1,3})-)?(.*)\.md$/.exec(file.split('/').at(-1) ?? '') ?? []
  const numero = declared({ yaml }, 'numero') ?? (inName && Number(inName))
  const slug = textAt({ yaml }, 'slug') ?? stem
  const former = texts(declared({ yaml }, 'anciens_slugs')).map(({ text: other }) => other)
  return {
    file,
    numero: typeof numero === 'number' ? numero : null,
    slug,
    slugs: [slug, ...former].filter(Boolean),
    titre: textAt({ yaml }, 'titre') ?? '',
    famille: textAt({ yaml }, 'famille') ?? '',
    announced: isAnnounced({ yaml }) && !parts?.body.trim(),
  }
}

/** A kit's files by their part in it, and its fiches and pages with their texts; null when there is no such folder. */
export async function identitiesIn(folder: KitFolder) {
  const listing = await listKit(folder)
  if (listing === null) return null
  const read = (file: string) => {
    const bytes = readBytes(folder, file)
    const text = 'code' in bytes ? '' : (decodeText(bytes, file).text ?? '')
    return { ...identityOf(file, text), text }
  }
  return { listing, fiches: listing.fiches.map(read), pages: listing.pages.map(read) }
}
