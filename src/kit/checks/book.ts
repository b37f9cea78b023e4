import { diagnose, formatDate, type Problem, topOf } from '../../problems/index.ts'
import { tokensOf } from '../body/tokens-of.ts'
import { type Draft, declared } from '../draft.ts'
import { holds, leavesFolder } from '../kit-folder.ts'
import { adresse } from '../schemas/formes.ts'
import type { KitYaml } from '../schemas/kit.ts'
import type { Yaml } from '../yaml/parse-yaml.ts'

/** Law changes: what was verified so many months before an edition may be wrong in it. */
const MOST_MONTHS = 12

/** Counts the months from the year 0: `2025-11` → 24311. */
const monthsTo = (month: string): number => 12 * Number(month.slice(0, 4)) + Number(month.slice(5))

/** Reports missing files and useless files. */
export function* checkFichiers(draft: Draft): Generator<Problem> {
  const { listing, fiches, pages, kit } = draft
  const start = topOf('kit.yaml')
  const isUnread = listing.problems.some(({ place: { file } }) => file === '' || file === 'kit.yaml')
  if (!listing.settings.has('kit.yaml')) {
    if (!isUnread && !listing.problems.some(({ code }) => code === 'kit-imbrique'))
      yield diagnose('kit-absent', start)
  } else if (listing.fiches.length === 0) yield diagnose('kit-sans-fiche', start)

  for (const fiche of fiches) {
    const statut = String(declared(fiche, 'statut'))
    if (['publiee', 'relecture'].includes(statut) && fiche.corps.source.trim() === '')
      yield diagnose('corps-absent', fiche.yaml.placeOf(['statut']), {
        quoi: 'Cette fiche',
        remedy: "Écrire son texte sous l'en-tête, ou l'annoncer : statut « à paraître » (a-paraitre)",
      })
    if (declared(fiche, 'statut') === 'a-paraitre' && fiche.corps.source.trim() !== '') {
      const blank = /^\s*/.exec(fiche.corps.source)?.[0].split('\n').length ?? 1
      yield diagnose('corps-non-lu', { file: fiche.file, line: fiche.corps.line + blank - 1, column: 1 })
    }
  }

  const edition = kit?.value?.edition.mois
  for (const fiche of fiches) {
    const maj = fiche.value?.statut === 'a-paraitre' ? undefined : fiche.value?.maj
    if (edition && maj && monthsTo(maj) - monthsTo(edition) > MOST_MONTHS)
      yield diagnose('mois-lointain', fiche.yaml.placeOf(['maj']), { mois: formatDate(maj) })
    const verifie = fiche.value?.statut === 'a-paraitre' ? undefined : fiche.value?.verifie
    if (!edition || !verifie) continue
    const ecart = monthsTo(edition) - monthsTo(verifie)
    if (ecart >= MOST_MONTHS)
      yield diagnose('verification-ancienne', fiche.yaml.placeOf(['verifie']), {
        mois: formatDate(verifie),
        ecart,
      })
  }

  for (const page of pages)
    if (declared(page, 'gabarit') === 'texte' && page.corps.source.trim() === '')
      yield diagnose('corps-absent', page.yaml.placeOf(['gabarit']), {
        quoi: 'Cette page',
        remedy: "Écrire son texte sous l'en-tête, ou supprimer ce fichier",
      })
  yield* profile(draft)
}

/** The printer's profile lies in the kit and is one. */
function* profile({ listing, kit, profileFault }: Draft): Generator<Problem> {
  const profil = kit?.value?.impression?.profil ?? null
  if (!kit || profil === null) return
  const place = kit.yaml.placeOf(['impression', 'profil'])
  if (profileFault !== null) yield diagnose('profil-invalide', place, { chemin: profil, cause: profileFault })
  if (holds(listing, profil)) return
  const remedy = 'Copier le profil dans le dossier du kit'
  yield leavesFolder(profil)
    ? diagnose('chemin-hors-dossier', place, { chemin: profil, remedy })
    : diagnose('profil-absent', place, { chemin: profil })
}

/** Checks that a book has one back cover, in annexes/, and that its text fits. */
export function* checkLivre({ pages, kit }: Draft): Generator<Problem> {
  const owners = new Map<unknown, string>()
  for (const page of pages) {
    const gabarit = declared(page, 'gabarit')
    const place = page.yaml.placeOf(['gabarit'])
    const autre = owners.get(gabarit)
    owners.set(gabarit, autre ?? page.file)
    if (gabarit === 'quatrieme' && !page.file.startsWith('annexes/'))
      yield diagnose('quatrieme-perdue', place, {
        cause: 'la quatrième de couverture ferme le livre, ici elle ne paraîtrait pas',
        remedy: 'Déplacer ce fichier dans annexes/',
      })
    else if (gabarit === 'quatrieme' && autre !== undefined)
      yield diagnose('quatrieme-perdue', place, {
        cause: `${autre} est déjà la quatrième de couverture`,
        remedy: 'N’en garder qu’une',
      })
    else if (gabarit === 'quatrieme') {
      yield* tooRich(page)
      yield* tooLong(page, kit?.value ?? null)
    }
  }
}

/** Its place holds paragraphs, headings and lists, white on a solid. */
function* tooRich({ file, corps }: Draft['pages'][number]): Generator<Problem> {
  const places = tokensOf(corps).flatMap(({ type, map }) =>
    type === 'bloc_open' || type === 'table_open'
      ? [{ quoi: foreign[type], place: { file, line: corps.line + (map?.[0] ?? 0), column: 1 } }]
      : [],
  )
  for (const { quoi, place } of [
    ...places,
    ...corps.images.map(({ place }) => ({ quoi: foreign.image, place })),
  ])
    yield diagnose('quatrieme-riche', place, { quoi })
}

const foreign = { bloc_open: 'Un bloc', table_open: 'Un tableau', image: 'Une image' } as const

function* tooLong({ file, corps }: Draft['pages'][number], kit: KitYaml | null): Generator<Problem> {
  const hasCodes = kit?.isbn?.imprime || kit?.site?.url
  const maximum = hasCodes ? LINES_OVER_CODES : LINES
  const lignes = Math.ceil(linesOf(corps.source))
  if (lignes > maximum)
    yield diagnose('quatrieme-longue', { file, line: corps.line, column: 1 }, { lignes, maximum })
}

/** Lines of text that its place holds (`quatrieme.css`), alone or over the codes that machines read. */
const LINES = 36
const LINES_OVER_CODES = 27
/** Signs of one line. */
const SIGNS = 78
/** Lines of the first paragraph are higher. */
const FIRST = 1.125
/** A heading is larger, and keeps a distance. */
const HEADING = 2

/** Estimates the height of a body, in lines; one is left out between paragraphs. */
function linesOf(source: string): number {
  const paragraphs = source
    .trim()
    .replace(/\*\*|\]\([^)\s]*\)|\[/g, '')
    .split(/\n\s*\n/)
  const heights = paragraphs.map((paragraph, index) => {
    const rows = paragraph.split(/(?:\\| {2})\n|\n(?=\s*[-*+\d])/)
    const lines = rows.reduce((sum, row) => sum + Math.ceil(row.length / SIGNS), 0)
    return lines * (index === 0 ? FIRST : 1) + (paragraph.startsWith('#') ? HEADING : 0)
  })
  return heights.reduce((sum, height) => sum + height + 1, -1)
}

/** The public address is that of the server, with or without the path of the site on it. */
export function* checkSite({ kit }: Draft): Generator<Problem> {
  const { url = null, base = '/' } = kit?.value?.site ?? {}
  if (!kit || url === null) return
  // The form of its letters is right, and yet no name is made of them (`xn--a`, `1.2.3.999`).
  if (!URL.canParse(url))
    return yield diagnose('valeur-forme', kit.yaml.placeOf(['site', 'url']), {
      chemin: 'site › url',
      valeur: url,
      attendu: adresse.forme,
    })
  if (
    /^(?:localhost|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|[^.]+|.*\.(?:local|localhost|lan))$/.test(
      new URL(url).hostname,
    )
  )
    yield diagnose('site-local', kit.yaml.placeOf(['site', 'url']), { valeur: url })
  const path = new URL(url).pathname.replace(/\/?$/, '/')
  if (path !== '/' && path !== base)
    yield diagnose('site-ailleurs', kit.yaml.placeOf(['site', 'url']), { valeur: path, base })
}

/** @see https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000801164 article 1-1, III, and JORFTEXT000000809647 article 47 */
const mentions = [
  ['editeur', 'adresse', "l'adresse postale du siège de l'éditeur"],
  ['editeur', 'telephone', "le numéro de téléphone de l'éditeur"],
  ['licence', 'version', 'la version de la licence, par exemple 4.0'],
  ['mentions', 'directeur_publication', 'le nom de la directrice ou du directeur de la publication'],
  ['mentions', 'hebergeur', "le nom et l'adresse de l'hébergeur du site"],
  ['mentions', 'hebergeur_telephone', "le numéro de téléphone de l'hébergeur du site"],
  ['mentions', 'contact', 'une adresse où écrire'],
  ['mentions', 'depot_legal', "le mois et l'année du dépôt légal"],
  ['accessibilite', 'etat', '« non » : sans audit, le site se déclare non conforme'],
  ['accessibilite', 'schema_pluriannuel', "l'adresse du schéma pluriannuel d'accessibilité"],
  ['accessibilite', 'plan_actions', "l'adresse du plan d'actions d'accessibilité de l'année"],
] as const

/** Reports what the publisher still has to fill in: shown as « à compléter », and refused in a release. */
export function checkMentions(yaml: Yaml, raw: KitYaml | null): Problem[] {
  if (raw === null) return []
  const problems: Problem[] = []
  for (const [section, key, attendu] of mentions) {
    const value: unknown = Reflect.get(raw[section] ?? {}, key)
    const cle = `${section} › ${key}`
    const isAudited = key === 'etat' && raw.accessibilite?.audit
    if ((value === undefined || value === null) && !isAudited)
      problems.push(diagnose('mention-a-completer', yaml.placeOf([section, key]), { cle, attendu }))
  }
  if ((raw.site?.url ?? null) === null)
    problems.push(diagnose('site-sans-url', yaml.placeOf(['site', 'url'])))
  for (const cle of ['imprime', 'pdf', 'epub'] as const) {
    const valeur = raw.isbn?.[cle] ?? null
    if (valeur === null) continue
    const place = yaml.placeOf(['isbn', cle])
    const digits = valeur.replaceAll('-', '')
    const attendu = checkDigit(digits)
    if (attendu !== null && !valeur.endsWith(String(attendu)))
      problems.push(diagnose('isbn-cle', place, { cle, valeur, attendu }))
  }
  for (const [section, contact] of [
    ['mentions', raw.mentions?.contact],
    ['accessibilite', raw.accessibilite?.contact],
  ] as const)
    if (contact?.includes('@') && !mailAddress.test(contact))
      problems.push(
        diagnose('contact-mele', yaml.placeOf([section, 'contact']), {
          section,
          valeur: contact,
          cause: /\s|:/.test(contact)
            ? "mêle une adresse électronique à d'autres mots"
            : "n'est pas une adresse électronique entière",
        }),
      )
  return problems
}

/** Mail addresses that the site can link. */
const mailAddress = /^[^\s@<>():]+@[^\s@<>():]+\.[^\s@<>():.]+$/

/** The thirteenth digit that the first twelve ask for; null unless there are thirteen. ISO 2108 */
function checkDigit(isbn: string): number | null {
  const digits = [...isbn].map(Number)
  if (digits.length !== 13) return null
  const sum = digits
    .slice(0, 12)
    .reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3), 0)
  return (10 - (sum % 10)) % 10
}
