import { wordFor } from '../problems/index.ts'
import {
  type Block,
  blockTitle,
  departements,
  type Exemple,
  enclose,
  inlineOf,
  type Opening,
  openingPart,
  picto,
  plainText,
  type ReportAt,
  titreSeul,
} from '../text/index.ts'

const inParens = /\s*\(([^()]*)\)\s*$/

/** `::: exemple Titre · Lieu (69)`: what a place does. The code feeds the index of territories. */
export const exemple: Block<'exemple'> = {
  name: 'exemple',
  label: 'Exemple',
  help: 'Ce que fait un territoire. Le lieu se termine par le code du département : Métropole de Lyon (69).',
  heading: { words: 'Exemple', icon: 'map-pin' },
  print: 'box',
  breaks: true,
  panel: true,
  epub: { type: 'example', role: 'doc-example' },
  search: 'exemple',
  template: '::: exemple Titre · Métropole de Lyon (69)',
  word: { place: '[Lieu (69)]' },
  form: {
    title: 'Un exemple',
    parts: [
      { name: 'titre', label: 'Titre', needed: true, example: 'Une recyclerie en régie' },
      { name: 'lieu', label: 'Lieu', needed: true, example: 'Métropole de Lyon' },
      { name: 'code', label: 'Département', kind: 'department', example: 'Rhône' },
      { name: 'texte', label: 'Texte', kind: 'paragraphs', needed: true },
    ],
    lines:
      /^::: exemple(?: (?<titre>.+?)(?: · (?<lieu>[^·\n]+?)(?: \((?<code>[^()]*)\))?)?)?\n(?:(?<texte>[\s\S]*)\n)?:::$/,
    write: ({ titre, lieu, code, texte }) =>
      `::: exemple ${titre} · ${lieu}${code ? ` (${code})` : ''}\n${texte}\n:::`,
  },
  open,
  contribute(bloc) {
    if (!bloc.titre || !bloc.lieu) return {}
    return {
      exemples: [
        {
          titre: plainText(bloc.titre.children),
          levier: (bloc.open.meta?.['levier'] as Exemple['levier'] | undefined) ?? null,
          ancre: bloc.ancre,
          lieu: plainText(bloc.lieu.children),
          departements: [...(bloc.donnees['departements'] ?? [])],
          pays: [...(bloc.donnees['pays'] ?? [])],
        },
      ],
    }
  },
  render(bloc, context) {
    const codes = [...(bloc.donnees['departements'] ?? [])]
    const plaque =
      codes.length > 0
        ? `<span class="departement"><span class="hors-vue">${wordFor(codes.length, 'Département')} </span>${codes.join('/')}</span>`
        : context.medium === 'epub'
          ? ''
          : `<span class="departement sans-code">${picto('map-pin', context)}</span>`
    const parts = [
      `<p class="bloc-tete">${plaque}${plaque && ' '}<span class="etiquette">${exemple.label}</span></p>\n`,
      bloc.lieu ? `<p class="lieu">${inlineOf(bloc.lieu, context)}</p>\n` : '',
      blockTitle(bloc, context),
      context.blocs(bloc.corps),
    ]
    return enclose(
      'aside',
      bloc,
      context,
      parts,
      codes.length > 0 ? { 'data-departement': codes.join(' ') } : {},
    )
  },
}

function open(texte: string, report: ReportAt): Opening {
  const cut = texte.lastIndexOf('·')
  if (texte === '' || cut < 0) {
    report('exemple-sans-lieu', 0, { modele: exemple.template })
    return titreSeul(texte)
  }
  const nom = texte.slice(0, cut).trim()
  const place = texte.slice(cut + 1)
  const match = inParens.exec(place)
  const scattered = scatteredCodes(place)
  const pays = match ? countriesOf(match[1] ?? '') : []
  // A country is said with the place; a code stands for a plate of its own.
  const lieu = (match && pays.length === 0 ? place.slice(0, match.index) : place).trim()
  const start = cut + 1 + (place.length - place.trimStart().length)
  if (nom === '') report('exemple-sans-titre', 0)
  if (lieu === '') report('exemple-sans-lieu', cut, { modele: exemple.template })
  const departements =
    match && pays.length === 0
      ? codesOf(match[1] ?? '', cut + 1 + match.index + match[0].indexOf('('), report)
      : []
  if (scattered) report('codes-epars', start, { lieu: place.trim(), proposal: `${nom} · ${scattered}` })
  else if (!match) report('exemple-sans-code', start, { lieu })
  return {
    parts: [...openingPart('titre', nom, texte.indexOf(nom)), ...openingPart('lieu', lieu, start)],
    donnees: { departements, pays },
  }
}

/** « Lyon (69), Lille (59) » → « Lyon, Lille (69/59) »: what is in parentheses before the end is read as words. Null: nothing is. */
function scatteredCodes(place: string): string | null {
  const all = [...place.matchAll(/\s*\(([^()]{1,40})\)/g)].map(match => ({
    codes: wordsIn(match[1] ?? '').map(word => word.toUpperCase()),
    isLast: match.index + match[0].length === place.trimEnd().length,
  }))
  const isCode = ({ codes }: { codes: string[] }) => codes.every(code => departements.has(code))
  if (!all.some(part => !part.isLast && isCode(part))) return null
  const codes = new Set(all.filter(isCode).flatMap(part => part.codes))
  return `${place.replace(/\s*\([^()]{1,40}\)/g, '').trim()} (${[...codes].join('/')})`
}

const wordsIn = (written: string) => written.split(/[/,]| et /).map(word => word.trim())

/** `Belgique, Luxembourg` → countries; none unless all of them are. */
function countriesOf(written: string): string[] {
  const pays = wordsIn(written).map(countryOf)
  return pays.every(part => part !== null) ? pays : []
}

/** `59/62`, `2A`, `974` → codes; a word in parentheses is reported once. */
function codesOf(written: string, offset: number, report: ReportAt): string[] {
  const words = wordsIn(written).map(word => word.toUpperCase())
  const wrong = words.find(word => !departements.has(word))
  if (wrong !== undefined) report('departement-inconnu', offset, { code: written.trim() })
  return words.filter(word => departements.has(word))
}

/** Regions of ISO 3166 that are France, and groups of countries. */
const none = new Set('FR GP MQ GF RE YT PM BL MF WF PF NC TF CP FX EU EZ UN QO ZZ XA XB'.split(' '))

/** Others that are said in their place. */
const more = [
  'Angleterre',
  'Birmanie',
  'Congo',
  'Écosse',
  'Hong Kong',
  'Macao',
  'Palestine',
  'Pays de Galles',
  'Vatican',
]

/** The countries of the world but France, by their French names (CLDR), folded. */
const countries: ReadonlyMap<string, string> = new Map([
  ...cldrCountries(),
  ...more.map((nom): [string, string] => [plainCountry(nom), nom]),
])

function plainCountry(nom: string): string {
  return nom.replaceAll('’', "'").toLowerCase().trim()
}

function cldrCountries(): [string, string][] {
  const names = new Intl.DisplayNames('fr', { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.flatMap(letter =>
    letters.flatMap((other): [string, string][] => {
      const nom = none.has(letter + other) ? undefined : names.of(letter + other)
      return nom === undefined ? [] : [[plainCountry(nom), nom]]
    }),
  )
}

/** The name of the country that `word` is, as it is spelt; null when it is none. */
const countryOf = (word: string): string | null => countries.get(plainCountry(word)) ?? null
