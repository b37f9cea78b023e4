import fc from 'fast-check'

/** Words and signs as authors type them, in any order. */
const word = fc.constantFrom(
  ...'achat commune territoire marché collectif habitant élu·e·s ESS SCIC l’emploi aujourd’hui économie œuvre n° 12 1er XXe 10 000 152979 75011 50 % « bien » (voir plus loin) CO2 anticonstitutionnellement porte-à-porte où ? non ! 3/4 10 h 30 etc. A-t-il 2024-2025 https://exemple.fr/une/adresse?a=b contact@exemple.fr 01 23 45 67 89 & < > " + = \\# ~ @ \\* _ / — … m² ½ 10 € ; : &amp; &lt; www.exemple.fr 5\\*3 \\[x\\] \\{y\\} 10km 5kg 30€ 20% n°5 p.12 art.3 3ème M. Mme R&D 1,5 M€ H2O «sans» a_b_c -5 +3'.split(
    ' ',
  ),
)
export const phrase = (most: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 1, maxLength: most, size: 'max' }).map(words => `Un ${words.join(' ')}`)

export const inline = phrase(14).chain(text =>
  fc.constantFrom(
    text,
    text,
    text,
    `**${text}**`,
    `*${text}* suite`,
    `**Un *mot* gras** ${text}`,
    `Le [${text.replace(/[[\]\\]/g, '')}](https://exemple.fr/a_b) suit`,
    `Le [**gras** et lien](https://exemple.fr/${'adresse-longue-'.repeat(6)}) ${text}`,
    `${text}, comme le dit [[reperes]].`,
    `\`${text.replaceAll('`', '')}\``,
    `~~${text}~~`,
    `${text}\\\nà la ligne`,
    `<https://exemple.fr/a_b> ${text}`,
    `Anti-${'constitution-nellement'.repeat(3)} ${text}`,
  ),
)
export const paragraph = fc.array(inline, { minLength: 1, maxLength: 6 }).map(parts => parts.join('\n'))

export const items = (mark: string, lead: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .array(lead, { minLength: 1, maxLength: 8 })
    .map(all => all.map(one => `${mark}${one.replaceAll('\n', ' ')}`).join('\n'))

const indented = (text: string, by: string) => text.replace(/\n(?=.)/g, `\n${by}`)

export const list = fc.oneof(
  items('- ', inline),
  items('1. ', inline),
  items('7. ', inline),
  fc
    .tuple(inline, inline)
    .map(([a, b]) => `- ${indented(a, '  ')}\n  - ${indented(b, '    ')}\n    - Un fond`),
  fc
    .tuple(inline, paragraph)
    .map(([a, b]) => `- ${indented(a, '  ')}\n\n  ${indented(b, '  ')}\n\n- Un autre`),
  fc
    .tuple(inline, inline)
    .map(([a, b]) => `1. ${indented(a, '   ')}\n   - ${indented(b, '     ')}\n2. Un autre`),
  fc
    .tuple(
      inline,
      fc.constantFrom('> Un mot cité.', '```\nun code\n```', '| A | B |\n|---|---|\n| 1 | deux |'),
    )
    .map(([a, b]) => `- ${indented(a, '  ')}\n\n  ${indented(b, '  ')}\n\n- Un autre`),
)

const heads =
  'Désimperméabilisation Intercommunalité Taux Département Bénéficiaires Renouvellement Plafond Réglementation'.split(
    ' ',
  )

export const table = fc
  .record({
    columns: fc.integer({ min: 2, max: 8 }),
    rows: fc.integer({ min: 1, max: 40 }),
    cell: phrase(5),
    /** Texts in every column, under long words, or figures. */
    texts: fc.boolean(),
    aligned: fc.constantFrom('---', '--:', ':-:'),
  })
  .map(({ columns, rows, cell, texts, aligned }) => {
    const row = (write: (column: number) => string) =>
      `| ${Array.from({ length: columns }, (_, column) => write(column)).join(' | ')} |`
    const clean = cell.replace(/[|\\]/g, '')
    return [
      row(column => (texts ? (heads[column] ?? '') : `Colonne ${column}`)),
      row(column => (column === 0 ? '---' : aligned)),
      ...Array.from({ length: rows }, (_, line) =>
        row(column => (column === 0 || texts ? clean : line % 3 === 1 ? '' : `**${line * column}** €`)),
      ),
    ].join('\n')
  })

export const title = fc
  .oneof({ weight: 5, arbitrary: phrase(5) }, { weight: 1, arbitrary: phrase(25) })
  .map(text =>
    text
      .replace(/[{}[\]*_`~#\\<>&"]/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )

const quoted = (text: string) => text.replace(/^/gm, '> ')

export const quotation = fc.oneof(
  paragraph.map(quoted),
  fc.tuple(paragraph, inline).map(([a, b]) => quoted(`${a}\n\n${quoted(b)}`)),
  list.map(quoted),
)

export const code = fc
  .array(phrase(12), { minLength: 1, maxLength: 4 })
  .map(lines => `\`\`\`\n${lines.join('\n')}\n\`\`\``)

export const body = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: paragraph },
      { weight: 3, arbitrary: items('- ', inline) },
      { weight: 1, arbitrary: fc.oneof(list, table, quotation, code) },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map(all => all.join('\n\n'))
