import fc from 'fast-check'

/** A kit as the content model allows it, and somewhat beyond: what `check` refuses of it is no case of the law. */
export type LawKit = { files: Record<string, string> }

const word = fc.constantFrom(
  ...'achat commune territoire marché collectif habitant élu.e.s ESS SCIC l’emploi aujourd’hui économie œuvre n° 12 1er 10 000 € 50 % « bien » (voir plus loin) CO2 anticonstitutionnellement porte-à-porte où ? non ! 3/4 10 h 30 etc. A-t-il 2024-2025 https://exemple.fr/une/adresse?a=b contact@exemple.fr 01 23 45 67 89 & < > " + = \\# ~ @ % \\* _ /'.split(
    ' ',
  ),
)
const phrase = (most: number) =>
  fc.array(word, { minLength: 1, maxLength: most }).map(words => `Un ${words.join(' ')}`)
const inline = phrase(12).chain(text =>
  fc.constantFrom(
    text,
    `**${text}**`,
    `*${text}* suite`,
    `Le [${text.replace(/[[\]\\]/g, '')}](https://exemple.fr/a_b) suit`,
    `${text}, comme le dit [[reperes]].`,
    `\`${text.replaceAll('`', '')}\``,
    `~~${text}~~`,
  ),
)
const paragraph = fc.array(inline, { minLength: 1, maxLength: 6 }).map(parts => parts.join('\n'))
const items = (mark: string, lead: fc.Arbitrary<string>) =>
  fc.array(lead, { minLength: 1, maxLength: 8 }).map(all => all.map(one => `${mark}${one}`).join('\n'))
const table = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 12 }), phrase(4))
  .map(([columns, rows, text]) => {
    const row = (cell: (column: number) => string) =>
      `| ${Array.from({ length: columns }, (_, column) => cell(column)).join(' | ')} |`
    const clean = text.replace(/[|\\]/g, '')
    return [
      row(column => `Colonne ${column}`),
      row(() => '---'),
      ...Array.from({ length: rows }, (_, line) =>
        row(column => (column === 0 ? clean : `${line * column}`)),
      ),
    ].join('\n')
  })
const title = phrase(5).map(text => text.replace(/[{}[\]*_`~#\\<>&]/g, '').trim())
const body = fc
  .array(fc.oneof(paragraph, items('- ', inline)), { minLength: 1, maxLength: 3 })
  .map(all => all.join('\n\n'))
const source = 'Source : Insee, 2024'
const numbers = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 })

const blocks: readonly fc.Arbitrary<string>[] = [
  fc
    .tuple(
      title,
      fc.constantFrom('Lyon (69)', 'Lens et Lille (59/62)', 'Namur (Belgique)', 'Corte (2B)', 'Pays basque'),
      body,
    )
    .map(([a, b, c]) => `::: exemple ${a} · ${b}\n${c}\n:::`),
  fc
    .tuple(
      title,
      items(
        '- ',
        phrase(6).map(text => `**12,5 %** ${text}`),
      ),
    )
    .map(([a, b]) => `::: chiffres ${a}\n${b}\n${source}\n:::`),
  fc
    .tuple(fc.constantFrom('citation', 'propos'), body)
    .map(([a, b]) => `::: ${a}\n${b}\n\n— Camille Essai, maire\n:::`),
  fc
    .tuple(fc.constantFrom('definition', 'loi', 'info'), title, body)
    .map(([a, b, c]) => `::: ${a} ${b}\n${c}\n:::`),
  fc
    .tuple(
      title,
      items(
        '- ',
        phrase(5).map(text => `${text.replaceAll(':', '')} : FAUX. ${text}`),
      ),
    )
    .map(([a, b]) => `::: idees-recues ${a}\n${b}\n:::`),
  fc.tuple(title, items('- 1901 : ', phrase(8))).map(([a, b]) => `::: frise ${a}\n${b}\n${source}\n:::`),
  fc
    .tuple(title, items('- **Domaine** {picto=house} : ', phrase(8)))
    .map(([a, b]) => `::: domaines ${a}\n${b}\n:::`),
  fc
    .tuple(title, items('- [Guide](https://guide.example), ', phrase(4)))
    .map(([, b]) => `::: ressources\n${b}\n:::`),
  fc
    .tuple(
      fc.constantFrom('barres', 'barres-empilees', 'courbe', 'anneau'),
      title,
      numbers,
      fc.integer({ min: 1, max: 3 }),
    )
    .map(([type, a, values, series]) => {
      const columns = type === 'anneau' ? 1 : series
      const rows = values.map(
        (value, at) =>
          `| ligne ${at} |${Array.from({ length: columns }, (_, column) => ` ${value + column} |`).join('')}`,
      )
      return `::: graphique ${type} ${a}\n| Année |${' Part |'.repeat(columns)}\n|---|${'---|'.repeat(columns)}\n${rows.join('\n')}\n\n${source}\n:::`
    }),
  fc.tuple(title, body).map(([a, b]) => `::: schema images/cress.svg ${a}\n${b}\n:::`),
]

const piece = fc.oneof(
  { weight: 3, arbitrary: paragraph },
  { weight: 2, arbitrary: items('- ', inline) },
  { weight: 1, arbitrary: items('1. ', inline) },
  { weight: 1, arbitrary: fc.tuple(inline, inline).map(([a, b]) => `- ${a}\n  - ${b}\n    - ${a}`) },
  { weight: 1, arbitrary: table },
  { weight: 1, arbitrary: paragraph.map(text => `> ${text.replaceAll('\n', '\n> ')}`) },
  { weight: 1, arbitrary: fc.constant('![Un marché](images/marche.png)') },
  { weight: 2, arbitrary: title.map(text => `## ${text}`) },
  { weight: 2, arbitrary: title.map(text => `### ${text}`) },
  { weight: 1, arbitrary: title.map(text => `#### ${text}`) },
  {
    weight: 1,
    arbitrary: title.map(
      text => `## ${text} {.leviers}\n\n### ${text} {picto=search}\n\nUn levier.\n\n### ${text}\n\nUn autre.`,
    ),
  },
  ...blocks.map(arbitrary => ({ weight: 1, arbitrary })),
)

const fiche = fc.record({
  titre: title,
  statut: fc.constantFrom('publiee', 'relecture'),
  pieces: fc.array(piece, { maxLength: 12 }),
})

const yaml = (text: string) => `"${text.replace(/[\\"]/g, '')}"`

/** Two or three fiches in the faultless kit of `tests/fixtures/erreurs/_base`, with settings that may be left out. */
export const lawKits: fc.Arbitrary<LawKit> = fc
  .record({
    fiches: fc.array(fiche, { minLength: 1, maxLength: 3 }),
    page: fc.array(fc.oneof(paragraph, items('- ', inline), table), { maxLength: 4 }),
    bleed: fc.constantFrom(0, 3, 5),
    state: fc.constantFrom('null', '"version de travail"'),
    title: title,
    acronyms: fc.boolean(),
  })
  .map(({ fiches, page, bleed, state, title: name, acronyms }) => ({
    files: {
      ...Object.fromEntries(
        fiches.map(({ titre, statut, pieces }, at) => [
          `leviers/1${at}-essai.md`,
          `---\nnumero: 1${at}\nslug: essai-${at}\ntitre: ${yaml(`${titre} ${at}`)}\ntitre_court: Essai ${at}\nfamille: levier\nstatut: ${statut}\nresume: Un essai.\nmaj: 2025-11\n---\n\n${pieces.join('\n\n')}\n`,
        ]),
      ),
      'liminaires/02-propos.md': `---\nslug: propos\ntitre: Propos\ngabarit: texte\n---\n\nUn propos.\n\n${page.join('\n\n')}\n`,
      ...(acronyms ? {} : { 'sigles.yaml': '{}\n' }),
      // Laid over the kit's own, line by line.
      reglages: JSON.stringify({ bleed, state, name }),
    },
  }))
