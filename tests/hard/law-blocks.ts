import fc from 'fast-check'
import { body, inline, items, paragraph, phrase, title } from './law-words.ts'

const source = 'Source : Insee, 2024'
const place = fc.constantFrom(
  'Lyon (69)',
  'Lens et Lille (59/62)',
  'Namur (Belgique)',
  'Corte (2B)',
  'Pays basque',
  'Saint-Denis (974)',
)
const value = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map(String),
  fc.constantFrom('1,5', '12 000', '0,25', '1 250 000', '1250000'),
)
const noColon = (text: string) => text.replaceAll(':', '')

const charts = fc
  .record({
    type: fc.constantFrom('barres', 'barres-empilees', 'courbe', 'anneau'),
    name: title,
    rows: fc.array(fc.tuple(phrase(3), fc.array(value, { minLength: 3, maxLength: 3 })), {
      minLength: 1,
      maxLength: 10,
    }),
    columns: fc.integer({ min: 1, max: 3 }),
    alone: fc.boolean(),
  })
  .map(({ type, name, rows, columns: many, alone }) => {
    const columns = type === 'anneau' ? 1 : many
    const lines = rows.map(([label, values], at) => {
      const cells = type === 'anneau' ? [String(Math.floor(100 / rows.length))] : values.slice(0, columns)
      return `| ${label.replace(/[|\\]/g, '')} ${at} | ${cells.join(' | ')} |`
    })
    const head = Array.from({ length: columns }, (_, at) => ` Part ${at} |`).join('')
    return `::: graphique ${type} ${name}\n| Année |${head}\n|---|${'---|'.repeat(columns)}\n${lines.join('\n')}\n\n${alone ? '' : `${source}\n`}:::`
  })

/** Each block of the content model, as authors write it. */
export const blocks: readonly fc.Arbitrary<string>[] = [
  fc.tuple(title, place, body).map(([a, b, c]) => `::: exemple ${a} · ${b}\n${c}\n:::`),
  fc
    .tuple(place, fc.array(paragraph, { minLength: 3, maxLength: 8, size: 'max' }))
    .map(([a, b]) => `::: exemple Un long exemple · ${a}\n${b.join('\n\n')}\n:::`),
  fc
    .tuple(
      title,
      fc.constantFrom('12,5 %', '3', '1 200 000', '1 sur 2', '+ 30 %', '4 M€'),
      fc.array(phrase(6), { minLength: 1, maxLength: 5 }),
    )
    .map(
      ([a, figure, all]) =>
        `::: chiffres ${a}\n${all.map(text => `- **${figure}** ${text}`).join('\n')}\n\n${source}\n:::`,
    ),
  fc
    .tuple(fc.constantFrom('citation', 'propos'), body)
    .map(([a, b]) => `::: ${a}\n${b}\n\n— Camille Essai, maire\n:::`),
  fc
    .tuple(fc.constantFrom('definition', 'loi', 'info'), title, body)
    .map(([a, b, c]) => `::: ${a} ${b}\n${c}\n:::`),
  fc
    .tuple(
      title,
      fc.array(fc.tuple(phrase(5), fc.constantFrom('FAUX', 'VRAI'), phrase(14)), {
        minLength: 1,
        maxLength: 5,
      }),
    )
    .map(
      ([a, all]) =>
        `::: idees-recues ${a}\n${all.map(([said, truth, why]) => `- ${noColon(said)} : ${truth}. ${why}`).join('\n')}\n:::`,
    ),
  fc
    .tuple(
      title,
      fc.array(fc.tuple(fc.integer({ min: 1800, max: 2030 }), inline), { minLength: 1, maxLength: 9 }),
    )
    .map(
      ([a, all]) =>
        `::: frise ${a}\n${all
          .sort(([x], [y]) => x - y)
          .map(([year, text]) => `- ${year} : ${text.replaceAll('\n', ' ')}`)
          .join('\n')}\n:::`,
    ),
  fc
    .tuple(title, fc.boolean(), items('', phrase(8)))
    .map(
      ([a, drawn, all]) =>
        `::: domaines ${a}\n${all.replace(/^/gm, `- **Domaine**${drawn ? ' {picto=house}' : ''} : `)}\n:::`,
    ),
  charts,
  fc.tuple(title, body).map(([a, b]) => `::: schema images/cress.svg ${a}\n${b}\n:::`),
]
