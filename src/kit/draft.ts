import { nearest } from '../problems/index.ts'
import type { Corps } from '../text/index.ts'
import type { Listing } from './kit-folder.ts'
import type { Picture } from './picture-of.ts'
import { type FicheAnnonceeYaml, type FichePublieeYaml, type PageYaml, statuts } from './schemas/fiche.ts'
import type { KitYaml } from './schemas/kit.ts'
import type { CreditsYaml, PartenairesYaml, RechercheYaml, SiglesYaml } from './schemas/lists.ts'
import type { RelecturesYaml } from './schemas/relecture.ts'
import type { TokensDuKitJson, TokensJson } from './schemas/tokens.ts'
import type { Path, Yaml } from './yaml/parse-yaml.ts'

/** Content of a file in YAML, with its places. */
export type YamlContent = Pick<Yaml, 'value' | 'placeOf'>

/** One file of settings. `value` is null when its schema refuses it; `yaml.value` then still says what was meant. */
export type Setting<T> = { file: string; yaml: YamlContent; value: T | null }

/** A fiche or a page: what its front matter says, and its body. */
export type DraftSheet<T, C = Corps> = Setting<T> & { corps: C }

export type FicheYaml = FichePublieeYaml | FicheAnnonceeYaml

/** All files of a kit, read and checked one by one; references between them are not checked yet. */
export type Draft = {
  dir: string
  listing: Listing
  /** null: the file is not there, or is no text. */
  kit: Setting<KitYaml> | null
  partenaires: Setting<PartenairesYaml> | null
  sigles: Setting<SiglesYaml> | null
  recherche: Setting<RechercheYaml> | null
  credits: Setting<CreditsYaml> | null
  tokens: Setting<TokensDuKitJson> | null
  /** The colours of the press itself. */
  shippedTokens: TokensJson
  fiches: DraftSheet<FicheYaml>[]
  pages: DraftSheet<PageYaml>[]
  relectures: Setting<RelecturesYaml>[]
  /** `images/x.png` → what its bytes are. */
  pictures: Map<string, Picture>
  /** The fault of the profile that `kit.yaml` names; null: it is a profile, or the file is missing. */
  profileFault: string | null
}

/** Gives the value of `key` in a front matter, even if the rest is wrong. */
export function declared({ yaml }: { yaml: Pick<Yaml, 'value'> }, key: string): unknown {
  return isRecord(yaml.value) ? yaml.value[key] : undefined
}

/** The same where it is a text; null: it is none. */
export function textAt(sheet: { yaml: Pick<Yaml, 'value'> }, key: string): string | null {
  const value = declared(sheet, key)
  return typeof value === 'string' ? value : null
}

/** Tells of a fiche that is only announced, or was meant to be: `à paraître` is a slip for `a-paraitre`. */
export function isAnnounced(sheet: { yaml: Pick<Yaml, 'value'> }): boolean {
  const statut = textAt(sheet, 'statut')
  if (statut === null) return false
  const exact = statuts.find(item => item === statut)
  return (exact ?? nearest(statut, statuts)) === 'a-paraitre'
}

/** Sorts sheets by file: of `aide` and `aide-2`, which say the same, `aide-2` is the one to change. */
export const byFile = <S extends { file: string }>(sheets: readonly S[]): S[] =>
  sheets.toSorted((a, b) => (stemOf(a) < stemOf(b) ? -1 : 1))

const stemOf = ({ file }: { file: string }) => file.replace(/\.md$/, '')

/** The texts of a list of texts that may be anything. */
export function texts(value: unknown): { text: string; index: number }[] {
  const list: unknown[] = Array.isArray(value) ? value : []
  return list.flatMap((text, index) => (typeof text === 'string' ? [{ text, index }] : []))
}

/** The names of a map that may be anything. */
export const names = (value: unknown): string[] => (isRecord(value) ? Object.keys(value) : [])

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Every text and every key of a value that may be anything, and where it stands. */
export function textsIn(
  value: unknown,
  path: Path = [],
): { text: string; path: Path; part: 'cle' | 'valeur' }[] {
  if (typeof value === 'string') return [{ text: value, path, part: 'valeur' }]
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]))
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, item]) => [
    { text: key, path: [...path, key], part: 'cle' as const },
    ...textsIn(item, [...path, key]),
  ])
}
