import fc from 'fast-check'
import { stringify } from 'yaml'
import type { Hex } from '../../src/contrast.ts'
import { paragraph, title } from './law-words.ts'

const either = <T>(...all: T[]) => fc.constantFrom(...all)
const hex: fc.Arbitrary<Hex> = fc
  .integer({ min: 0, max: 0xffffff })
  .map(value => `#${value.toString(16).padStart(6, '0')}`)

/** A family as `kit.yaml` has it; one with a colour of its own, from which its shades and inks are made. */
export type LawFamily = {
  id: string
  singulier: string
  pluriel: string
  forme: string
  couleur: string
  colour: Hex | null
}

const shown = fc.record({
  names: either(
    ['Fiche repère', 'Repères'],
    ['F', 'F'],
    ['Fiche d’urbanisme & d’habitat (bis)', 'Urbanisme & habitat'],
    ['Une fiche d’un nom de quarante signes : 2', 'Des noms de vingt-huit sig.'],
    ['anticonstitutionnellement', 'anticonstitutionnellements'],
  ),
  forme: either('carre', 'triangle', 'disque'),
  colour: hex,
})
const before = ['introductive', 'levier', 'thematique']

/** The three families of the faultless kit, some called and coloured otherwise, up to two more, in any order. */
export const lawFamilies: fc.Arbitrary<LawFamily[]> = fc
  .tuple(
    fc.array(fc.option(shown), { minLength: 3, maxLength: 3 }),
    fc.array(shown, { maxLength: 2 }),
    fc.integer({ min: 0, max: 4 }),
  )
  .map(([changed, more, turned]) => {
    const kept = before.map((id, at): LawFamily => {
      const { names, forme, colour } = changed[at] ?? {
        names: [`Fiche ${id}`, `${id}s`],
        forme: 'carre',
        colour: null,
      }
      const [singulier = '', pluriel = ''] = names.map(name => (colour ? `${'abc'[at]} ${name}` : name))
      return { id, singulier, pluriel, forme, couleur: colour ? `propre-${at}` : id, colour }
    })
    const added = more.map(({ names: [singulier = '', pluriel = ''], forme, colour }, at): LawFamily => {
      const id = `famille-${at}`
      return { id, singulier: `${at} ${singulier}`, pluriel: `${at} ${pluriel}`, forme, couleur: id, colour }
    })
    const all = [...kept, ...added].map(family => ({
      ...family,
      singulier: family.singulier.slice(0, 40),
      pluriel: family.pluriel.slice(0, 28),
    }))
    return [...all.slice(turned), ...all.slice(0, turned)]
  })

/** Drawings of every proportion, with what drawing programs write. */
const drawing = fc
  .record({
    size: either([1200, 200], [300, 900], [40, 40], [800, 600]),
    fill: fc.oneof(hex, either('none', 'currentColor', 'rebeccapurple', 'rgb(10 20 30)', 'url(#a)')),
    stroke: hex,
    opacity: either('1', '.5'),
    words: either('', '<text x="20" y="40" font-size="20">Un marché</text>', '<title>Un marché</title>'),
    grouped: fc.boolean(),
  })
  .map(({ size: [width = 0, height = 0], fill, stroke, opacity, words, grouped }) => {
    const shapes = `<path d="M0 0h${width}v${height}H0z" fill="${fill}" opacity="${opacity}"/><circle cx="20" cy="20" r="9" stroke="${stroke}" stroke-width="2" fill="none"/>${words}`
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><defs><linearGradient id="a"><stop offset="0" stop-color="${stroke}"/><stop offset="1" stop-color="#fff"/></linearGradient></defs>${grouped ? `<g transform="translate(2 2) scale(.9)">${shapes}</g>` : shapes}</svg>`
  })

/** Pictures that every kit of the law has; what is in them differs. */
export const pictures = ['images/marche.png', 'images/cress.svg', 'images/dessin.svg']
const logo = either(null, 'images/cress.svg', 'images/dessin.svg', 'images/marche.png')

/** Who supports fiches. The faultless kit names `cress`. */
export const supporters = ['cress', 'p0', 'p1', 'p2', 'p3']

const partners = fc.array(fc.record({ nom: title, url: either(null, 'https://partenaire.example/'), logo }), {
  minLength: supporters.length,
  maxLength: supporters.length,
})

/** What stands beside the fiches: drawings and their credits, partners, acronyms, words of the search, pages. */
export const lawFiles = (
  piece: fc.Arbitrary<string>,
  resources: fc.Arbitrary<string>,
): fc.Arbitrary<Record<string, string>> =>
  fc
    .record({
      drawn: drawing,
      licence: either(
        'CC BY 4.0',
        'tous droits réservés, reproduction interdite sans l’accord de son auteur',
      ),
      all: partners,
      acronyms: either(
        {},
        { ESS: 'Économie sociale et solidaire' },
        { SCIC: 'Société coopérative', CO2: 'Gaz' },
      ),
      words: either([], [['achat', 'commande']], [['ESS', 'économie sociale'], ['solaire']]),
      titles: fc.tuple(title, title),
      opening: fc.array(piece, { maxLength: 4 }),
      closing: fc.array(piece, { maxLength: 2 }),
      guides: fc.option(resources, { freq: 2 }),
      back: fc.option(paragraph),
    })
    .map(({ drawn, licence, all, acronyms, words, titles, opening, closing, guides, back }) => ({
      'images/dessin.svg': drawn,
      'images/credits.yaml': stringify(
        Object.fromEntries(
          pictures.map(path => [path.slice('images/'.length), { credit: 'Camille Essai', licence }]),
        ),
      ),
      'partenaires.yaml': stringify(
        Object.fromEntries(
          all.map((partner, at) => [
            supporters[at],
            { ...partner, ...(partner.logo && { alt: `Logo du partenaire ${at}` }) },
          ]),
        ),
      ),
      'sigles.yaml': stringify(acronyms),
      'recherche.yaml': stringify(words),
      'liminaires/02-propos.md': page('propos', titles[0], 'texte', ['Un propos.', ...opening]),
      ...(closing.length > 0 && {
        'annexes/10-suite.md': page('suite', titles[1], 'texte', [
          'Une suite.',
          ...closing,
          ...(guides === null ? [] : [guides]),
        ]),
      }),
      ...(back !== null && { 'annexes/99-dos.md': page('dos', 'Quatrième', 'quatrieme', [back]) }),
    }))

function page(slug: string, titre: string, gabarit: string, said: readonly string[]): string {
  const short = titre.length > 60 ? 'titre_court: Un titre court\n' : ''
  return `---\nslug: ${slug}\ntitre: "${titre}"\n${short}gabarit: ${gabarit}\n---\n\n${said.join('\n\n')}\n`
}
