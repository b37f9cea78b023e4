import fc from 'fast-check'

/** Files of a kit beside those of `tests/fixtures/erreurs/_base` (null: it has it not), and settings of its kit.yaml: as the content
 *  model allows them, and somewhat beyond. */
type LawKit = { files: Record<string, string | null>; settings: Record<string, unknown> }

/** Words and signs as authors type them, in any order. */
const word = fc.constantFrom(
  ...'achat commune territoire marché habitant élu·e·s ESS SCIC l’emploi aujourd’hui œuvre n° 12 1er XXe 10 000 152979 50 % « bien » (voir plus loin) CO2 anticonstitutionnellement porte-à-porte où ? non ! 3/4 10 h 30 etc. A-t-il 2024-2025 https://exemple.fr/une/adresse?a=b contact@exemple.fr 01 23 45 67 89 & < > " + = \\# ~ @ \\* _ / — … m² ½ 10 € ; : &amp; &lt; www.exemple.fr \\[x\\] \\{y\\} 10km 30€ n°5 p.12 3ème M. R&D 1,5 M€ «sans» a_b_c -5 +3 CO₂ ≥ → 1ᵉʳ lʼa ‰ 🌱 Αθήνα'.split(
    ' ',
  ),
)
const phrase = (most: number) =>
  fc.array(word, { minLength: 1, maxLength: most, size: 'max' }).map(words => `Un ${words.join(' ')}`)

const inline = phrase(14).chain(text =>
  fc.constantFrom(
    text,
    `**${text}**`,
    `**Un *mot* gras** ${text}`,
    `Le [**lien**](https://exemple.fr/${'adresse-longue-'.repeat(6)}) de ${text}`,
    `${text}, comme le dit [[reperes]].`,
    `\`${text.replaceAll('`', '')}\``,
    `~~${text}~~`,
    `${text}\\\nà la ligne`,
    `Anti-${'constitution-nellement'.repeat(3)} ${text}`,
  ),
)
const paragraph = fc.array(inline, { minLength: 1, maxLength: 6 }).map(parts => parts.join('\n'))
const flat = inline.map(text => text.replaceAll('\n', ' '))
const items = (mark: string, item: fc.Arbitrary<string>) =>
  fc.array(item, { minLength: 1, maxLength: 8 }).map(all => all.map(text => `${mark}${text}`).join('\n'))
const title = fc
  .oneof({ weight: 5, arbitrary: phrase(5) }, { weight: 1, arbitrary: phrase(25) })
  .map(text => text.replace(/[{}[\]*_`~#\\<>&"]/g, '').replace(/\s+/g, ' '))
const label = fc.constantFrom(...'A B C 1 2 3 É a AB Lyon Exemple Source'.split(' '))
const cell = fc.oneof({ weight: 3, arbitrary: phrase(5).map(text => text.replace(/[|\\]/g, '')) }, label)
const table = fc
  .tuple(
    fc.integer({ min: 2, max: 8 }),
    fc.array(cell, { minLength: 1, maxLength: 40 }),
    fc.constantFrom('Intercommunalité', 'A', '1', ''),
  )
  .map(([columns, rows, head]) => {
    const row = (text: string) => `| ${Array.from({ length: columns }, () => text).join(' | ')} |`
    return [row(head), row('---'), ...rows.map(row)].join('\n')
  })
const text = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: paragraph },
      fc.constantFrom('- ', '7. ').chain(mark => items(mark, fc.oneof(flat, label))),
      fc.tuple(flat, flat).map(([a, b]) => `- ${a}\n  - ${b}\n    - Un fond\n\n  > Un mot cité.`),
      table,
      paragraph.map(cited => cited.replace(/^/gm, '> ')),
      phrase(12).map(code => `\`\`\`\n${code}\n\`\`\``),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map(all => all.join('\n\n'))

const chart = fc
  .tuple(
    fc.constantFrom('barres', 'barres-empilees', 'courbe'),
    title,
    fc.array(fc.tuple(cell, fc.constantFrom('3', '1,5', '12 000', '0,25')), { minLength: 1, maxLength: 9 }),
  )
  .map(([type, name, rows]) => {
    const lines = rows.map(
      ([name, value], at) => `| ${name}${name.length > 3 ? ` ${at}` : ''} | ${value} | 2 |`,
    )
    return `::: graphique ${type} ${name}\n| Année | Une | Deux |\n|---|---|---|\n${lines.join('\n')}\n\nSource : Insee\n:::`
  })
const idea = fc.tuple(cell, fc.constantFrom('FAUX', 'VRAI'), flat)
const years = fc.uniqueArray(fc.integer({ min: 1800, max: 2030 }), { minLength: 1, maxLength: 9 })

/** Each block of the content model, as authors write it. */
const block = fc
  .oneof(
    fc
      .tuple(title, fc.constantFrom('Lyon (69)', 'Lens et Lille (59/62)', 'Namur (Belgique)'), text)
      .map(([name, place, said]) => `exemple ${name} · ${place}\n${said}`),
    fc
      .tuple(fc.constantFrom('definition', 'loi', 'info', 'schema images/cress.svg'), title, text)
      .map(([kind, name, said]) => `${kind} ${name}\n${said}`),
    fc
      .tuple(fc.constantFrom('citation', 'propos'), text)
      .map(([kind, said]) => `${kind}\n${said}\n\n— Camille Essai, maire`),
    fc
      .tuple(fc.constantFrom('12,5 %', '1 200 000', '1 sur 2', '4 M€'), phrase(6))
      .map(([figure, said]) => `chiffres Des chiffres\n- **${figure}** ${said}\n\nSource : Insee, 2024`),
    items(
      '- ',
      idea.map(([said, truth, why]) => `${said.replaceAll(':', '')} : ${truth}. ${why}`),
    ).map(all => `idees-recues Des idées\n${all}`),
    fc.tuple(years, flat).map(
      ([all, said]) =>
        `frise Des dates\n${all
          .sort((a, b) => a - b)
          .map(year => `- ${year} : ${said}`)
          .join('\n')}`,
    ),
    items('- **Domaine** {picto=house} : ', cell).map(all => `domaines Des domaines\n${all}`),
  )
  .map(inside => `::: ${inside}\n:::`)

const pieces = fc
  .array(fc.oneof(text, block, block, chart, fc.constant('![Un marché](images/marche.png)')), {
    maxLength: 6,
    size: 'max',
  })
  .map(all => all.join('\n\n'))
const section = fc
  .tuple(title, pieces, fc.boolean(), title, pieces)
  .map(
    ([head, said, levers, under, more]) =>
      `## ${head}${levers ? ' {.leviers}' : `\n\n${said}`}\n\n### ${under}${levers ? ' {picto=search}' : ''}\n\nUn texte.\n\n${more}`,
  )
const fiche = fc.tuple(title, fc.array(section, { minLength: 1, maxLength: 3 }))

/** A name as long as its place takes: words, or one word of the widest letters. */
const name = (most: number) =>
  fc
    .oneof(
      phrase(Math.ceil(most / 4)).map(words =>
        words.replace(/[{}[\]*_`~#\\<>&":]/g, '').replace(/\s+/g, ' '),
      ),
      fc.integer({ min: 1, max: Math.min(most, 40) }).map(length => 'W'.repeat(length)),
    )
    .map(words => words.slice(0, most).trim())

const families = fc
  .uniqueArray(fc.tuple(name(38), name(26)), { maxLength: 12, selector: ([singular]) => singular })
  .map(all => [
    ...['introductive', 'levier', 'thematique'].map(id => ({
      id,
      singulier: `Fiche ${id}`,
      pluriel: `${id}s`,
    })),
    ...all.map(([singulier, pluriel], at) => ({
      id: `autre-${at}`,
      singulier: `${singulier} ${at}`.slice(-40),
      pluriel: `${pluriel} ${at}`.slice(-28),
    })),
  ])
  .map(all =>
    all.map((family, at) => ({
      ...family,
      forme: (['carre', 'triangle', 'disque'] as const)[at % 3],
      couleur: (['introductive', 'levier', 'thematique'] as const)[at % 3],
    })),
  )

const head = (numero: number, slug: string, titre: string, famille: string) =>
  `---\nnumero: ${numero}\nslug: ${slug}\ntitre: ${JSON.stringify(titre)}\n${titre.length > 60 ? `titre_court: ${slug}\n` : ''}famille: ${famille}\nstatut: publiee\nresume: Un essai.\nmaj: 2025-11\n---\n\n`

/** What the faultless kit has beside its first fiche, which others name. */
const BESIDE = [
  'leviers/02-achats.md',
  'leviers/03-contrats.md',
  'thematiques/04-habitat.md',
  'annexes/90-colophon.md',
  'liminaires/01-avant-propos.md',
  'sigles.yaml',
]
const FIRST = 'introductives/01-reperes.md'
const alone = Object.fromEntries(BESIDE.map(file => [file, null]))

const files: fc.Arbitrary<LawKit['files']> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .array(fiche, { minLength: 1, maxLength: 3 })
      .map(all =>
        Object.fromEntries(
          all.map(([titre, sections], at) => [
            `leviers/1${at}-essai.md`,
            `${head(Number(`1${at}`), `essai-${at}`, `${titre} ${at}`, 'levier')}Un essai.\n\n${sections.join('\n\n')}\n`,
          ]),
        ),
      ),
  },
  // One fiche, bare or not; announced fiches alone.
  fc.tuple(fiche, fc.boolean()).map(([[titre, sections], isBare]) => ({
    ...alone,
    [FIRST]: `${head(1, 'reperes', `${titre} 1`, 'introductive')}Un essai.\n\n${isBare ? '' : sections.join('\n\n')}\n`,
  })),
  title.map(titre => ({
    ...alone,
    [FIRST]: `---\nnumero: 1\nslug: reperes\ntitre: ${JSON.stringify(titre)}\nfamille: introductive\nstatut: a-paraitre\n---\n`,
  })),
)

/** Colours of a kit's own: tinted paper, text in a colour. */
const colours = fc.constantFrom(
  {},
  { papier: { hex: '#fff8e7', cmyk: [0, 2, 8, 0] } },
  { texte: { hex: '#1a2f6b', cmyk: [100, 80, 20, 10] } },
)

const isbn = fc.constantFrom(null, '978-2-487241-05-3')

/** Kits around the faultless one: its fiches and up to three more, or one fiche, or none; and other settings of it. */
export const lawKits: fc.Arbitrary<LawKit> = fc
  .record({
    files,
    colours,
    settings: fc.record(
      {
        titre: title,
        sous_titre: fc.option(title),
        editeur: fc.record({ nom: name(120), sigle: fc.option(name(24)), site: fc.constant(null) }),
        familles: families,
        isbn: fc.record({ imprime: isbn, pdf: isbn, epub: isbn }),
        mots_etrangers: fc.constant({ en: ['etc', 'marché'], la: ['achat'] }),
        site: fc.constantFrom({ url: null, base: '/' }, { url: 'https://kit.example', base: '/essai/' }),
        impression: fc.record({
          fond_perdu: fc.constantFrom(0, 5),
          reliure: fc.constantFrom('agrafe', 'dos-carre'),
        }),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ files, colours, settings }) => ({
    files: {
      ...files,
      'tokens.json': JSON.stringify({ familles: { levier: { epub: '#c35322' } }, neutre: colours }),
    },
    settings,
  }))
