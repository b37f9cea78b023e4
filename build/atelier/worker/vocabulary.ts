import {
  ficheAnnonceeSchema,
  fichePublieeSchema,
  pageSchema,
  statuts,
} from '../../../src/content/schemas/fiche.ts'
import { blocks } from '../../../src/markdown/blocks/index.ts'
import { departements } from '../../../src/markdown/departements.ts'
import { iconNames } from '../../../src/markdown/icon-files.ts'

/** What an author may write that the press knows by name. */
export type Vocabulary = {
  blocs: string[]
  /** Key of a front matter → what it is for. */
  cles: Record<string, string>
  statuts: readonly string[]
  departements: [code: string, nom: string][]
  pictos: string[]
}

export const vocabulary = (): Vocabulary => ({
  blocs: blocks.map(({ name }) => name),
  cles: Object.fromEntries(
    [pageSchema, ficheAnnonceeSchema, fichePublieeSchema].flatMap(({ properties }) =>
      Object.entries(properties).map(([key, { description }]: [string, { description?: string }]) => [
        key,
        description ?? '',
      ]),
    ),
  ),
  statuts,
  departements: [...departements],
  pictos: iconNames(),
})
