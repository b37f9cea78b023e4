import { nearest } from '../../diagnostics/nearest.ts'
import { wordFor } from '../../french.ts'
import type { Exemple } from '../../kit.ts'
import type { Block, Ouverture, ReportAt } from '../block.ts'
import { departements } from '../departements.ts'
import { inlineOf, ouvrir, picto, titre } from '../render/parts.ts'
import { plainText } from '../text.ts'

const codes = /\s*\(([^()]*)\)\s*$/

/** `::: exemple Titre · Lieu (69)`: what a place does. The code feeds the index of territories. */
export const exemple: Block = {
  nom: 'exemple',
  place: 'marge',
  modele: '::: exemple Titre · Métropole de Lyon (69)',
  ouverture,
  apport(bloc) {
    if (!bloc.titre || !bloc.lieu) return {}
    return {
      exemples: [
        {
          titre: plainText(bloc.titre.children),
          levier: (bloc.open.meta?.['levier'] as Exemple['levier'] | undefined) ?? null,
          ancre: bloc.ancre,
          lieu: plainText(bloc.lieu.children),
          departements: [...(bloc.donnees['departements'] ?? [])],
        },
      ],
    }
  },
  render(bloc, cadre) {
    const departements = [...(bloc.donnees['departements'] ?? [])]
    const plaque =
      departements.length > 0
        ? `<span class="departement"><span class="hors-vue">${wordFor(departements.length, 'Département')} </span>${departements.join('/')}</span>`
        : cadre.medium === 'epub'
          ? ''
          : `<span class="departement sans-code">${picto('map-pin', cadre)}</span>`
    return [
      ouvrir(
        'aside',
        bloc,
        cadre,
        departements.length > 0 ? { 'data-departement': departements.join(' ') } : {},
      ),
      `<p class="bloc-tete">${plaque}${plaque && ' '}<span class="etiquette">Exemple</span></p>\n`,
      bloc.lieu ? `<p class="lieu">${inlineOf(bloc.lieu, cadre)}</p>\n` : '',
      titre(bloc, cadre),
      cadre.blocs(bloc.corps),
      '</aside>\n',
    ].join('')
  },
}

function ouverture(texte: string, report: ReportAt): Ouverture {
  const cut = texte.lastIndexOf('·')
  if (texte === '' || cut < 0) {
    report('exemple-sans-lieu', 0)
    return { parties: texte === '' ? [] : [{ role: 'titre', texte, offset: 0 }], donnees: {} }
  }
  const nom = texte.slice(0, cut).trim()
  const place = texte.slice(cut + 1)
  const match = codes.exec(place)
  const lieu = (match ? place.slice(0, match.index) : place).trim()
  const start = cut + 1 + (place.length - place.trimStart().length)
  if (nom === '') report('exemple-sans-titre', 0)
  if (lieu === '') report('exemple-sans-lieu', cut)
  const departements = match
    ? codesOf(match[1] ?? '', cut + 1 + match.index + match[0].indexOf('('), report)
    : []
  if (!match) report('exemple-sans-code', start, { lieu })
  return {
    parties: [
      ...(nom === '' ? [] : [{ role: 'titre' as const, texte: nom, offset: texte.indexOf(nom) }]),
      ...(lieu === '' ? [] : [{ role: 'lieu' as const, texte: lieu, offset: start }]),
    ],
    donnees: { departements },
  }
}

/** Codes that several départements share or have shared: the nearest code would be another place's. */
const parted: ReadonlyMap<string, string> = new Map([
  ['20', '(2A) ou (2B)'],
  ['97', '(971), (972), (973), (974) ou (976)'],
])

/** `59/62`, `2A`, `974` → codes; a word in parentheses is told, with the code it may stand for. */
function codesOf(written: string, offset: number, report: ReportAt): string[] {
  return written
    .split(/[/,]| et /)
    .map(code => code.trim().toUpperCase())
    .filter(code => {
      if (departements.has(code)) return true
      if (parted.has(code)) {
        report('departement-inconnu', offset, { code: written.trim(), attendu: parted.get(code) ?? '' })
        return false
      }
      const named = [...departements].find(([, nom]) => nom.toLowerCase() === code.toLowerCase())
      const padded = code.padStart(2, '0')
      const near = named?.[0] ?? (departements.has(padded) ? padded : nearest(code, departements.keys()))
      report('departement-inconnu', offset, {
        code: written.trim(),
        attendu: `(${near && /\d/.test(code + near) ? near : '69'})`,
      })
      return false
    })
}
