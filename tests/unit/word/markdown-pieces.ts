import fc from 'fast-check'

/** Random Markdown as authors write it: every block, every kind of paragraph, in any order. */

const word = fc.constantFrom(
  ...'achat|l’ESS|élu.e.s|40 000 €|n°5|« cadre »|"idée"|a*b|x_y_z|[note]|1er|3. trois|# dièse'.split('|'),
  ...['C&A', '&amp;', '\\*', 'fin ;', 'part : 5 %', '|', '`code d`', "l'ESS"],
)

const words = fc.array(word, { minLength: 1, maxLength: 6 }).map(list => list.join(' '))

const inline = fc.oneof(
  { weight: 6, arbitrary: words },
  words.map(text => `**${text}**`),
  words.map(text => `*${text}*`),
  words.map(text => `[${text.replace(/[[\]]/g, '')}](https://exemple.fr/a)`),
  fc.constant('[[achats]]'),
  fc.constant('***deux***'),
  fc.constant('`code`'),
)

const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map(list => `Mot ${list.join(' ')}.`)
const paragraph = fc.array(line, { minLength: 1, maxLength: 2 }).map(lines => lines.join('\n'))

const list = fc
  .array(fc.tuple(fc.constantFrom('- ', '1. '), line, fc.option(line)), { minLength: 1, maxLength: 4 })
  .map(items => {
    const sign = items[0]?.[0] ?? '- '
    return items
      .map(
        ([, text, under]) =>
          `${sign}${text}${under === null ? '' : `\n${' '.repeat(sign.length)}- ${under}`}`,
      )
      .join('\n')
  })

const table = fc
  .array(fc.tuple(fc.constantFrom('2023', 'Lyon', '**gras**'), fc.integer({ min: 0, max: 999 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map(rows =>
    ['| Année | Part (%) |', '| --- | ---: |', ...rows.map(row => `| ${row.join(' | ')} |`)].join('\n'),
  )

const heading = fc
  .tuple(fc.constantFrom('##', '###', '####'), words, fc.constantFrom('', ' {.leviers}', ' {picto=search}'))
  .map(([sign, text, mark]) => `${sign} Titre ${text}${mark}`)

const block = fc
  .tuple(
    fc.constantFrom(
      'exemple Un titre · Métropole de Lyon (69)',
      'exemple Sans lieu',
      'citation',
      'definition SCIC',
      'loi Loi de *2014*',
      'info Où aller ?',
      'ressources',
      'schema images/x.svg Un schéma',
    ),
    fc.array(fc.oneof(paragraph, list), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '\n\n— Camille Martin, adjointe', '\n\nSource : RTES, 2025.'),
  )
  .map(([head, body, closing]) => `::: ${head}\n${body.join('\n\n')}${closing}\n:::`)

const chart = table.map(text => `::: graphique barres Une part\n${text}\n\nSource : RTES.\n:::`)
const figures = fc.constant(
  "::: chiffres Chiffres clés (2024)\n- **2,7 millions** de salarié.e.s\n- **10 %** de l'emploi\nSource : RTES.\n:::",
)
const odd = fc.constantFrom(
  '> Une citation.\n>\n> Sur deux paragraphes.',
  '---',
  '~~~\ndu code\n~~~',
  '![Le marché](images/marche.png)',
  'Une ligne\\\nune autre.',
  '::: inconnu Titre\nTexte.\n:::',
  ':::',
  '# Titre interdit',
  '- [ ] case',
  '<b>html</b>',
)

export const body = fc
  .array(fc.oneof(paragraph, paragraph, heading, list, block, table, chart, figures, odd), {
    minLength: 1,
    maxLength: 9,
  })
  .map(pieces => `${pieces.join('\n\n')}\n`)
