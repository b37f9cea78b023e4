/** Parts of a block, by the names of a form's fields. */
export type Parts = Record<string, string>

type FormPart = { name: string; label: string; long?: true; needed?: true; example?: string }

/** A block as it is asked for in parts. */
export type Form = {
  title: string
  parts: readonly FormPart[]
  /** Its lines, each part a named group. */
  lines: RegExp
  /** Turns the parts as written into the fields of the form, where they differ. */
  read?(groups: Parts): Parts
  write(parts: Parts): string
}

/** A text below a title. @param text the label of its text */
export function titledForm(
  name: string,
  { title, heading, text }: { title: string; heading: Pick<FormPart, 'label' | 'example'>; text: string },
): Form {
  return {
    title,
    parts: [
      { name: 'titre', needed: true, ...heading },
      { name: 'texte', label: text, long: true, needed: true },
    ],
    lines: new RegExp(`^::: ${name} (?<titre>.+)\\n(?<texte>[\\s\\S]*)\\n:::$`),
    write: ({ titre, texte }) => `::: ${name} ${oneLine(titre)}\n${paragraphs(texte)}\n:::`,
  }
}

/** A text above a signature. @param text the label of its text */
export function signedForm(name: string, { title, text }: { title: string; text: string }): Form {
  return {
    title,
    parts: [
      { name: 'texte', label: text, long: true, needed: true },
      { name: 'qui', label: 'Nom, fonction', needed: true, example: 'Camille Martin, maire' },
    ],
    lines: new RegExp(`^::: ${name}\\n(?<texte>[\\s\\S]*)\\n\\n— (?<qui>.*)\\n:::$`),
    write: ({ texte, qui }) => `::: ${name}\n${paragraphs(texte)}\n\n— ${oneLine(qui)}\n:::`,
  }
}

/** A list: an item a line. @param form `hasTitle`: it must have one; `read`, `write`: an item as it is asked for */
export function listForm(
  name: string,
  {
    title,
    hasTitle = false,
    label,
    example,
    read = line => line,
    write = line => line,
  }: {
    title: string
    hasTitle?: boolean
    label: string
    example: string
    read?(line: string): string
    write?(line: string): string
  },
): Form {
  return {
    title,
    parts: [
      {
        name: 'titre',
        label: hasTitle ? 'Titre' : 'Titre, si le bloc en a un',
        ...(hasTitle && { needed: true }),
      },
      { name: 'lignes', label, long: true, needed: true, example },
    ],
    lines: new RegExp(`^::: ${name}(?: (?<titre>.+))?\\n(?<lignes>- [\\s\\S]*)\\n:::$`),
    read: ({ lignes = '', ...others }) => ({
      ...others,
      lignes: linesOf(lignes)
        .map(line => read(line.replace(/^- /, '')))
        .join('\n'),
    }),
    write: ({ titre, lignes }) =>
      `${`::: ${name} ${oneLine(titre)}`.trim()}\n${linesOf(lignes)
        .map(line => `- ${write(line)}`)
        .join('\n')}\n:::`,
  }
}

/** The lines of a text that say something. */
export const linesOf = (text = ''): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)

export const oneLine = (text = ''): string => text.replace(/\s+/g, ' ').trim()

export const paragraphs = (text = ''): string => linesOf(text).join('\n\n')
