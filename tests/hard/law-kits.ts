import fc from 'fast-check'

/** Files of a kit, and settings of its kit.yaml: as the content model allows them, and somewhat beyond. */
export type LawKit = { files: Record<string, string>; settings: Record<string, unknown> }

/** Words and signs as authors type them, in any order. */
const word = fc.constantFrom(
  ...'achat commune territoire marché habitant élu·e·s ESS SCIC l’emploi aujourd’hui œuvre n° 12 1er XXe 10 000 152979 50 % « bien » (voir plus loin) CO2 anticonstitutionnellement porte-à-porte où ? non ! 3/4 10 h 30 etc. A-t-il 2024-2025 https://exemple.fr/une/adresse?a=b contact@exemple.fr 01 23 45 67 89 & < > " + = \\# ~ @ \\* _ / — … m² ½ 10 € ; : &amp; &lt; www.exemple.fr \\[x\\] \\{y\\} 10km 30€ n°5 p.12 3ème M. R&D 1,5 M€ «sans» a_b_c -5 +3'.split(
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
const cell = phrase(5).map(text => text.replace(/[|\\]/g, ''))
const table = fc
  .tuple(fc.integer({ min: 2, max: 8 }), fc.array(cell, { minLength: 1, maxLength: 40 }))
  .map(([columns, rows]) => {
    const row = (text: string) => `| ${Array.from({ length: columns }, () => text).join(' | ')} |`
    return [row('Intercommunalité'), row('---'), ...rows.map(row)].join('\n')
  })
const text = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: paragraph },
      fc.constantFrom('- ', '7. ').chain(mark => items(mark, flat)),
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
    const lines = rows.map(([label, value], at) => `| ${label} ${at} | ${value} | 2 |`)
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

const isbn = fc.constantFrom(null, '978-2-487241-05-3')

/** One to three fiches more in the faultless kit of `tests/fixtures/erreurs/_base`, and other settings of it. */
export const lawKits: fc.Arbitrary<LawKit> = fc.record({
  files: fc
    .array(fiche, { minLength: 1, maxLength: 3 })
    .map(all =>
      Object.fromEntries(
        all.map(([titre, sections], at) => [
          `leviers/1${at}-essai.md`,
          `---\nnumero: 1${at}\nslug: essai-${at}\ntitre: ${JSON.stringify(`${titre} ${at}`)}\ntitre_court: Essai ${at}\nfamille: levier\nstatut: publiee\nresume: Un essai.\nmaj: 2025-11\n---\n\nUn essai.\n\n${sections.join('\n\n')}\n`,
        ]),
      ),
    ),
  settings: fc.record(
    {
      titre: title,
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
