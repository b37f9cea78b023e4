import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { checkCharacters } from './check-characters.ts'
import { decodeText } from './decode-text.ts'
import { type Draft, declared, type FicheYaml, type Setting, type Sheet } from './draft.ts'
import { listKit } from './list-kit.ts'
import { readPictures } from './read-pictures.ts'
import { creditsSchema } from './schemas/credits.ts'
import { ficheAnnonceeSchema, fichePublieeSchema } from './schemas/fiche.ts'
import { kitSchema } from './schemas/kit.ts'
import { pageSchema } from './schemas/page.ts'
import { partenairesSchema } from './schemas/partenaires.ts'
import type { FromSchema, Schema } from './schemas/schema.ts'
import { siglesSchema } from './schemas/sigles.ts'
import { tokensDuKitSchema } from './schemas/tokens.ts'
import { readShippedTokens } from './shipped-tokens.ts'
import { splitFrontMatter } from './split-front-matter.ts'
import { type Checked, validate } from './validate.ts'
import { parseYaml, type Yaml } from './yaml/parse-yaml.ts'

/** What makes of a body as much as is asked for, and judges it: `readBody` or `parseBody`. */
export type ReadBody<C> = (
  source: string,
  place: { file: string; firstLine: number },
) => { corps: C; diagnostics: Diagnostic[] }

/** Reads every file of the kit in `dir` and judges each by itself. */
export async function readDraft<C>(
  dir: string,
  readBody: ReadBody<C>,
): Promise<{ draft: Draft<C>; diagnostics: Diagnostic[] }> {
  const listing = await listKit(dir)
  const diagnostics = [...listing.diagnostics]

  function setting<S extends Schema>(file: string, schema: S): Setting<FromSchema<S>> | null {
    if (!listing.settings.has(file)) return null
    const text = readText(dir, file)
    diagnostics.push(...text.diagnostics)
    if (text.text === null) return null
    const yaml = parseYaml(text.text, { file, firstLine: 1 })
    if (yaml.sound && yaml.value === null) {
      // A file of comments alone says nothing, and says it rightly where nothing is required.
      const empty: Yaml = { ...yaml, value: {} }
      return judged(file, empty, validate(empty, schema))
    }
    return judged(file, yaml, validate(yaml, schema))
  }

  function judged<T>(file: string, yaml: Yaml, checked: Checked<T>): Setting<T> {
    diagnostics.push(...checked.diagnostics)
    return { file, yaml, value: checked.value }
  }

  function sheet<T>(file: string, judge: (yaml: Yaml) => Checked<T>): Sheet<T, C> | null {
    const text = readText(dir, file)
    diagnostics.push(...text.diagnostics)
    if (text.text === null) return null
    const split = splitFrontMatter(text.text, file)
    diagnostics.push(...split.diagnostics)
    if (split.parts === null) return null
    const yaml = parseYaml(split.parts.yaml, { file, firstLine: 2 })
    const checked = judge(yaml.sound && yaml.value === null ? { ...yaml, value: {} } : yaml)
    const body = readBody(split.parts.body, { file, firstLine: split.parts.bodyLine })
    diagnostics.push(...checked.diagnostics, ...body.diagnostics)
    return { file, yaml, value: checked.value, corps: body.corps }
  }

  const draft: Draft<C> = {
    dir,
    listing,
    kit: setting('kit.yaml', kitSchema),
    partenaires: setting('partenaires.yaml', partenairesSchema),
    sigles: setting('sigles.yaml', siglesSchema),
    credits: setting('images/credits.yaml', creditsSchema),
    tokens: setting('tokens.json', tokensDuKitSchema),
    shippedTokens: await readShippedTokens(),
    fiches: present(listing.fiches.map(file => sheet(file, judgeFiche))),
    pages: present(listing.pages.map(file => sheet(file, yaml => validate(yaml, pageSchema)))),
    pictures: await readPictures(dir, [...listing.others].filter(isPicture)),
  }
  return { draft, diagnostics }
}

const isPicture = (file: string) => file.startsWith('images/') && /\.(svg|png|jpe?g)$/i.test(file)

const judgeFiche = (yaml: Yaml): Checked<FicheYaml> =>
  declared({ yaml }, 'statut') === 'a-paraitre'
    ? validate(yaml, ficheAnnonceeSchema)
    : validate(yaml, fichePublieeSchema)

const present = <T>(list: readonly (T | null)[]): T[] => list.filter(item => item !== null)

function readText(dir: string, file: string): { text: string | null; diagnostics: Diagnostic[] } {
  let bytes: Uint8Array
  try {
    // At once: the round trips of a promised read cost ten times the read of so small a file.
    bytes = readFileSync(join(dir, file))
  } catch (error) {
    // A dead link, a folder named like a fiche, rights: the author can mend them. Anything else is a fault.
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const cause = unreadable[code]
    if (cause === undefined) throw error
    return {
      text: null,
      diagnostics: [diagnose('fichier-illisible', { file, line: 1, column: 1 }, { cause })],
    }
  }
  const { text, diagnostics } = decodeText(bytes, file)
  return { text, diagnostics: text === null ? diagnostics : checkCharacters(text, file) }
}

const unreadable: Record<string, string> = {
  ENOENT: 'lien vers un fichier absent',
  ELOOP: 'liens en boucle',
  EISDIR: "c'est un dossier",
  EACCES: 'droits insuffisants',
  EPERM: 'droits insuffisants',
}
