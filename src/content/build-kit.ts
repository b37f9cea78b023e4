import type { Corps, Fiche, Kit, Page } from '../kit.ts'
import { slugify } from '../slugify.ts'
import type { Draft, FicheYaml, Sheet } from './draft.ts'
import { mergeTokens } from './merge-tokens.ts'
import type { KitYaml } from './schemas/kit.ts'
import type { PageYaml } from './schemas/page.ts'

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
    ...buildEdition(raw),
    partenaires: mapValues(
      draft.partenaires?.value ?? {},
      ({ nom, url = null, logo = null, alt = null }) => ({ nom, url, logo, alt }),
    ),
    sigles: draft.sigles?.value ?? {},
    recherche: draft.recherche?.value ?? [],
    questions: buildQuestions(draft.questions?.value ?? {}),
    tokens,
    fiches,
    pages: [
      ...pages.filter(page => page.partie === 'liminaires'),
      ...pages.filter(page => page.partie === 'annexes'),
    ],
    images: Object.fromEntries(
      Object.entries(draft.credits?.value ?? {}).map(([name, { credit, licence, alt = null }]) => [
        `images/${name}`,
        { credit, licence, alt, pixels: draft.pictures.get(`images/${name}`)?.pixels ?? null },
      ]),
    ),
  }
}

/** Each question once, with all pages that answer it. */
function buildQuestions(byPage: Readonly<Record<string, string>>): Kit['questions'] {
  const pagesOf = new Map<string, string[]>()
  for (const [page, lines] of Object.entries(byPage))
    for (const mots of lines.split('\n').filter(line => line.trim() !== ''))
      pagesOf.set(mots, [...(pagesOf.get(mots) ?? []), page])
  return [...pagesOf].map(([mots, pages]) => ({ mots, pages }))
}

function buildEdition(
  raw: KitYaml,
): Omit<
  Kit,
  'dir' | 'partenaires' | 'sigles' | 'recherche' | 'questions' | 'tokens' | 'fiches' | 'pages' | 'images'
> {
  const { edition, editeur, isbn, licence, imprimeur, site, impression, mentions } = raw
  const audit = raw.accessibilite?.audit ?? null
  return {
    slug: raw.slug ?? (slugify(raw.titre) || 'kit'),
    titre: raw.titre,
    sous_titre: raw.sous_titre ?? null,
    edition: {
      annee: edition.annee,
      mois: edition.mois,
      statut: edition.statut ?? null,
      numero: edition.numero ?? null,
    },
    editeur: { nom: editeur.nom, sigle: editeur.sigle ?? null, site: editeur.site ?? null },
    isbn: { imprime: isbn?.imprime ?? null, pdf: isbn?.pdf ?? null, epub: isbn?.epub ?? null },
    licence: { nom: licence.nom, version: licence.version ?? null, url: licence.url ?? null },
    imprimeur: imprimeur ? { nom: imprimeur.nom, ville: imprimeur.ville ?? null } : null,
    credits: raw.credits ?? {},
    notice: {
      resume: raw.notice?.resume ?? null,
      public: raw.notice?.public ?? null,
      thema: raw.notice?.thema ?? {},
    },
    mots_etrangers: raw.mots_etrangers ?? {},
    familles: raw.familles,
    site: { url: site?.url ?? null, base: site?.base ?? '/', atelier: site?.atelier ?? false },
    reutilisation: { word: raw.reutilisation?.word ?? false },
    impression: {
      profil: impression?.profil ?? null,
      fond_perdu: impression?.fond_perdu ?? 3,
      encrage_max: impression?.encrage_max ?? 300,
      reperes: impression?.reperes ?? true,
      couverture: impression?.couverture ?? true,
      reliure: impression?.reliure ?? 'agrafe',
      papier: impression?.papier ?? { grammage: 100, main: 1 },
    },
    mentions: {
      directeur_publication: mentions?.directeur_publication ?? null,
      hebergeur: mentions?.hebergeur ?? null,
      contact: mentions?.contact ?? null,
      depot_legal: mentions?.depot_legal ?? null,
    },
    accessibilite: {
      audit: audit && {
        date: audit.date,
        auditeur: audit.auditeur,
        resultat: audit.resultat,
        url: audit.url ?? null,
        etat: audit.etat ?? 'non',
      },
      etat: raw.accessibilite?.etat ?? null,
      contact: raw.accessibilite?.contact ?? null,
      schema_pluriannuel: raw.accessibilite?.schema_pluriannuel ?? null,
      plan_actions: raw.accessibilite?.plan_actions ?? null,
      actions_realisees: raw.accessibilite?.actions_realisees ?? null,
      etablie_le: raw.accessibilite?.etablie_le ?? null,
      mise_a_jour: raw.accessibilite?.mise_a_jour ?? null,
    },
  }
}

function buildFiche({ file, value, corps }: Sheet<FicheYaml, Corps>): Fiche | null {
  if (value === null) return null
  if (value.statut === 'a-paraitre') return { ...value, file }
  return {
    ...value,
    titre_court: value.titre_court ?? value.titre,
    soutien: value.soutien ?? [],
    mots_cles: value.mots_cles ?? [],
    anciens_slugs: value.anciens_slugs ?? [],
    file,
    corps,
  }
}

function buildPage({ file, value, corps }: Sheet<PageYaml, Corps>): Page | null {
  if (value === null) return null
  const partie = file.startsWith('liminaires/') ? 'liminaires' : 'annexes'
  return { ...value, titre_court: value.titre_court ?? value.titre, partie, file, corps }
}

function mapValues<V, W>(record: Record<string, V>, change: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]))
}
