import { diagnose, type Problem, sortProblems, topOf } from '../problems/index.ts'
import { slugify } from '../text/index.ts'
import { checkFichiers, checkLivre, checkSite } from './checks/book.ts'
import { checkContrastes, checkCouleurs, checkFamilles, checkPartenaires } from './checks/families.ts'
import { checkEncres } from './checks/inks.ts'
import { checkAncres, checkNumeros, checkRenvois, checkSlugs, checkTitres } from './checks/names.ts'
import { checkImages, headOf } from './checks/pictures.ts'
import { checkRelectures } from './checks/reviews.ts'
import type { Draft, DraftSheet, FicheYaml } from './draft.ts'
import type { Fiche, Kit, Page } from './kit.ts'
import type { KitFolder } from './kit-folder.ts'
import { readDraft } from './read-draft.ts'
import { anew, type Readings } from './read-file.ts'
import { fichePublieeSchema, type PageYaml, pageSchema } from './schemas/fiche.ts'
import { kitSchema } from './schemas/kit.ts'
import { creditsSchema, partenairesSchema } from './schemas/lists.ts'
import { fill } from './schemas/schema.ts'
import { mergeTokens } from './tokens.ts'

/** Reads and checks a kit. Reports every problem of every file, sorted, at places relative to its folder. With errors, the
 *  kit holds the fiches and pages whose front matter is right. It is null when `kit.yaml` cannot be used; the draft is null
 *  when there is no such folder. Throws when a disk fails, never on text. */
export async function readKitFolder(
  folder: KitFolder,
  readings: Readings = anew,
): Promise<{ draft: Draft | null; kit: Kit | null; problems: Problem[] }> {
  const read = await readDraft(folder, readings)
  if (read === null) {
    const missing = diagnose('dossier-absent', topOf(''))
    return { draft: null, kit: null, problems: [missing] }
  }
  const { draft, problems } = read
  const judged = sortProblems([...problems, ...checks.flatMap(check => [...check(draft)])])
  return { draft, kit: buildKit(draft), problems: judged }
}

/** The kit that the draft describes, defaults filled in; without the sheets whose front matter is wrong, null without a
 *  usable `kit.yaml`. */
function buildKit(draft: Draft): Kit | null {
  const raw = draft.kit?.value
  const tokens = mergeTokens(draft.shippedTokens, draft.tokens?.value ?? {}).tokens
  if (!raw || tokens === null) return null
  const fiches = draft.fiches
    .flatMap(sheet => buildFiche(sheet, draft) ?? [])
    .sort((a, b) => a.numero - b.numero)
  const pages = draft.pages.flatMap(sheet => buildPage(sheet) ?? [])
  return {
    dir: draft.dir,
    ...fill(kitSchema, raw),
    slug: raw.slug ?? (slugify(raw.titre) || 'kit'),
    partenaires: fill(partenairesSchema, draft.partenaires?.value ?? {}),
    sigles: {
      ...(raw.editeur.sigle ? { [raw.editeur.sigle]: raw.editeur.nom } : {}),
      ...draft.sigles?.value,
    },
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

function buildFiche({ file, value, corps }: DraftSheet<FicheYaml>, { pictures }: Draft): Fiche | null {
  if (value === null) return null
  if (value.statut === 'a-paraitre') return { ...value, file }
  const tete = headOf(value.slug)
  return {
    ...fill(fichePublieeSchema, value),
    titre_court: value.titre_court ?? value.titre,
    file,
    corps,
    ...(pictures.has(tete) && { tete }),
  }
}

function buildPage({ file, value, corps }: DraftSheet<PageYaml>): Page | null {
  if (value === null) return null
  const partie = file.startsWith('liminaires/') ? 'liminaires' : 'annexes'
  return { ...fill(pageSchema, value), titre_court: value.titre_court ?? value.titre, partie, file, corps }
}

/** Checks between the files of a kit. They are independent, in any order. */
type KitCheck = (draft: Draft) => Iterable<Problem>

const checks = [
  checkFichiers,
  checkLivre,
  checkFamilles,
  checkCouleurs,
  checkContrastes,
  checkEncres,
  checkSite,
  checkNumeros,
  checkSlugs,
  checkTitres,
  checkPartenaires,
  checkRenvois,
  checkImages,
  checkAncres,
  checkRelectures,
] as const satisfies readonly KitCheck[]
