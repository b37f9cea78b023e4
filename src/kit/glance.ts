import { type Draft, type DraftSheet, declared, isAnnounced, textAt } from './draft.ts'
import type { Famille, Forme, Kit } from './kit.ts'

/** One file of text in a kit, whatever is wrong with it. */
export type SheetAtAGlance = {
  file: string
  kind: 'fiche' | 'page'
  numero: number | null
  slug: string
  titre: string
  /** '' where it has none. */
  titre_court: string
  /** id of a family; '' where it says none. */
  famille: string
  statut: 'publiee' | 'relecture' | 'a-paraitre' | null
  mots: number
  /** Month of the last change, as its author typed it; '' where it says none. */
  maj: string
}

/** The kit at a glance. */
export type Glance = {
  titre: string
  familles: (Famille & { hex: string })[]
  sheets: SheetAtAGlance[]
  sigles: Record<string, string>
  /** Id → name. */
  partenaires: Record<string, string>
  /** Names of the colours that a family may have. */
  couleurs: string[]
  settings: string[]
}

/** The sheet of a file; undefined for a file that is none. */
export const sheetAt = ({ sheets }: Glance, path: string | null): SheetAtAGlance | undefined =>
  sheets.find(({ file }) => file === path)

/** Sums up a kit, right or wrong, for a glance. */
export function glanceAt(draft: Draft | null, kit: Kit | null, files: readonly string[]): Glance {
  const familles = (kit?.familles ?? []).map(famille => ({
    ...famille,
    hex: kit?.tokens.familles[famille.couleur]?.solid.hex ?? '',
  }))
  const fiches = (draft?.fiches ?? []).map(sheet => glanceOf(sheet, 'fiche'))
  const pages = (draft?.pages ?? []).map(sheet => glanceOf(sheet, 'page'))
  const readFiles = new Set([...fiches, ...pages].map(({ file }) => file))
  // A file that cannot be read at all is shown as well: its problem has to be found.
  const unread = files
    .filter(file => file.endsWith('.md') && file.includes('/') && !readFiles.has(file))
    .filter(file => draft?.listing.fiches.includes(file) || draft?.listing.pages.includes(file))
    .map((file): SheetAtAGlance => {
      const kind = draft?.listing.pages.includes(file) ? 'page' : 'fiche'
      return { ...nothing, file, kind, titre: file }
    })
  return {
    titre: kit?.titre ?? '',
    familles,
    sheets: [...fiches.sort((a, b) => (a.numero ?? Infinity) - (b.numero ?? Infinity)), ...unread, ...pages],
    sigles: kit?.sigles ?? {},
    partenaires: Object.fromEntries(
      Object.entries(kit?.partenaires ?? {}).map(([id, partenaire]) => [id, partenaire?.nom ?? id]),
    ),
    couleurs: Object.keys(kit?.tokens.familles ?? {}),
    settings: [...(draft?.listing.settings ?? [])].sort(),
  }
}

/** Shown for a file that could not be read. */
const nothing = {
  numero: null,
  slug: '',
  titre_court: '',
  famille: '',
  statut: null,
  mots: 0,
  maj: '',
} as const

/** @param kind a page has neither number, family nor statut, whatever it says of them */
function glanceOf(sheet: DraftSheet<unknown>, kind: SheetAtAGlance['kind']): SheetAtAGlance {
  const { file, corps } = sheet
  const titre = textAt(sheet, 'titre') || file
  const slug = textAt(sheet, 'slug') ?? ''
  const titre_court = textAt(sheet, 'titre_court') ?? ''
  const glance = { ...nothing, file, kind, titre, titre_court, slug, mots: corps.mots }
  if (kind === 'page') return glance
  const numero = declared(sheet, 'numero')
  const statut = declared(sheet, 'statut')
  const isShown = statut === 'publiee' || statut === 'relecture'
  return {
    ...glance,
    numero: typeof numero === 'number' ? numero : null,
    famille: textAt(sheet, 'famille') ?? '',
    maj: textAt(sheet, 'maj') ?? '',
    statut: isAnnounced(sheet) ? 'a-paraitre' : isShown ? statut : null,
  }
}

/** Names of the statuts as they are shown. */
export const statutNames = { publiee: 'publiée', relecture: 'en relecture', 'a-paraitre': 'à paraître' }

/** Sheets under one title. `hex`, `forme`: of their family; '' and null where they have none. */
type SheetGroup = { titre: string; hex: string; forme: Forme | null; sheets: SheetAtAGlance[] }

/** The sheets by family in the order of the kit, then fiches without one, then pages; a group without sheets is left out. */
export function groupsOf({ familles, sheets }: Glance): SheetGroup[] {
  const fiches = sheets.filter(({ kind }) => kind === 'fiche')
  const byFamily = familles.map(({ id, pluriel, hex, forme }) => ({
    titre: pluriel,
    hex,
    forme,
    sheets: fiches.filter(({ famille }) => famille === id),
  }))
  const others = fiches.filter(({ famille }) => !familles.some(({ id }) => id === famille))
  const pages = sheets.filter(({ kind }) => kind === 'page')
  return [
    ...byFamily,
    { titre: 'Sans famille connue', hex: '', forme: null, sheets: others },
    { titre: 'Pages liminaires et annexes', hex: '', forme: null, sheets: pages },
  ].filter(({ sheets: list }) => list.length > 0)
}
