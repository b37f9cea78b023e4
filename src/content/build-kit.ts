import type { Corps, Fiche, Kit, Page } from '../kit.ts'
import { slugify } from '../slugify.ts'
import type { Draft, FicheYaml, Sheet } from './draft.ts'
import { creditsSchema } from './schemas/credits.ts'
import { fichePublieeSchema } from './schemas/fiche.ts'
import { fill } from './schemas/filled.ts'
import { kitSchema } from './schemas/kit.ts'
import type { PageYaml } from './schemas/page.ts'
import { partenairesSchema } from './schemas/partenaires.ts'
import { mergeTokens } from './tokens.ts'

/** The kit that the draft describes, defaults filled in; without the sheets whose front matter is wrong, null without a
 *  usable `kit.yaml`. */
export function buildKit(draft: Draft<Corps>): Kit | null {
  const raw = draft.kit?.value
  const tokens = mergeTokens(draft.shippedTokens, draft.tokens?.value ?? {}).tokens
  if (!raw || tokens === null) return null
  const fiches = draft.fiches.flatMap(sheet => buildFiche(sheet) ?? []).sort((a, b) => a.numero - b.numero)
  const pages = draft.pages.flatMap(sheet => buildPage(sheet) ?? [])
  return {
    dir: draft.dir,
    ...fill(kitSchema, raw),
    slug: raw.slug ?? (slugify(raw.titre) || 'kit'),
    partenaires: fill(partenairesSchema, draft.partenaires?.value ?? {}),
    sigles: draft.sigles?.value ?? {},
    recherche: draft.recherche?.value ?? [],
    tokens,
    fiches,
    pages: [
      ...pages.filter(page => page.partie === 'liminaires'),
      ...pages.filter(page => page.partie === 'annexes'),
    ],
    images: Object.fromEntries(
      Object.entries(fill(creditsSchema, draft.credits?.value ?? {})).map(([name, credit]) => [
        `images/${name}`,
        { ...credit, pixels: draft.pictures.get(`images/${name}`)?.pixels ?? null },
      ]),
    ),
  }
}

function buildFiche({ file, value, corps }: Sheet<FicheYaml, Corps>): Fiche | null {
  if (value === null) return null
  if (value.statut === 'a-paraitre') return { ...value, file }
  return { ...fill(fichePublieeSchema, value), titre_court: value.titre_court ?? value.titre, file, corps }
}

function buildPage({ file, value, corps }: Sheet<PageYaml, Corps>): Page | null {
  if (value === null) return null
  const partie = file.startsWith('liminaires/') ? 'liminaires' : 'annexes'
  return { ...value, titre_court: value.titre_court ?? value.titre, partie, file, corps }
}
