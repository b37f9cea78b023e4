import fc from 'fast-check'
import { type LawFamily, lawFamilies, lawFiles, pictures, supporters } from './law-around.ts'
import { blocks } from './law-blocks.ts'
import { type LawSettings, lawSettings } from './law-settings.ts'
import { code, inline, items, list, paragraph, phrase, quotation, table, title } from './law-words.ts'

/** A kit as the content model allows it, and somewhat beyond: what `check` refuses of it is no case of the law. */
export type LawKit = { files: Record<string, string>; settings: LawSettings; families: LawFamily[] }

const piece = fc.oneof(
  { weight: 6, arbitrary: paragraph },
  { weight: 3, arbitrary: list },
  { weight: 1, arbitrary: table },
  { weight: 1, arbitrary: fc.oneof(quotation, code) },
  { weight: 1, arbitrary: fc.constantFrom(...pictures).map(path => `![Un marché](${path})`) },
  { weight: 8, arbitrary: fc.oneof(...blocks) },
)
const pieces = (most: number) =>
  fc.array(piece, { maxLength: most, size: 'max' }).map(all => all.join('\n\n'))

const anchored = fc
  .tuple(title, fc.option(fc.stringMatching(/^[a-z]{3,8}$/), { freq: 5 }))
  .map(([text, id]) => (id === null ? text : `${text} {#${id}}`))

const levers = fc
  .tuple(title, fc.array(fc.tuple(title, fc.boolean(), pieces(3)), { minLength: 1, maxLength: 8 }))
  .map(([head, all]) =>
    [
      `## ${head} {.leviers}`,
      ...all.map(
        ([text, drawn, said]) => `### ${text}${drawn ? ' {picto=search}' : ''}\n\nUn levier.\n\n${said}`,
      ),
    ].join('\n\n'),
  )

const part = fc
  .tuple(anchored, pieces(4), fc.option(fc.tuple(title, pieces(2)), { freq: 3 }))
  .map(
    ([head, text, deeper]) =>
      `### ${head}\n\n${text}${deeper ? `\n\n#### ${deeper[0]}\n\n${deeper[1]}` : ''}`,
  )

const section = fc.oneof(
  { weight: 1, arbitrary: levers },
  {
    weight: 3,
    arbitrary: fc
      .tuple(anchored, pieces(5), fc.array(part, { maxLength: 3 }))
      .map(([head, text, parts]) => [`## ${head}`, text, ...parts].join('\n\n')),
  },
)

const resources = fc
  .array(
    fc
      .tuple(fc.boolean(), phrase(6))
      .map(([linked, text]) => (linked ? `[Guide](https://guide.example/une-page), ${text}` : text)),
    { minLength: 1, maxLength: 9 },
  )
  .map(all => `## Ressources\n\n::: ressources\n${all.map(one => `- ${one}`).join('\n')}\n:::`)

const fiche = fc.record({
  titre: title,
  court: fc.boolean(),
  famille: fc.nat(),
  statut: fc.constantFrom('publiee', 'publiee', 'publiee', 'relecture', 'a-paraitre'),
  resume: phrase(9).map(text => text.slice(0, 150)),
  soutien: fc.subarray(supporters),
  ancien: fc.boolean(),
  motsCles: fc.array(phrase(2), { maxLength: 5 }),
  corps: fc
    .tuple(pieces(4), fc.array(section, { maxLength: 4 }), fc.option(resources))
    .map(([opening, sections, last]) => [opening, ...sections, last ?? ''].filter(Boolean).join('\n\n')),
})
type Fiche = typeof fiche extends fc.Arbitrary<infer T> ? T : never

const yaml = (text: string) => `"${text.replace(/[\\"]/g, '')}"`

const folders: Readonly<Record<string, string>> = {
  introductive: 'introductives',
  levier: 'leviers',
  thematique: 'thematiques',
}

function written(made: Fiche, at: number, families: readonly LawFamily[]): [string, string] {
  const { titre, court, statut, resume, soutien, ancien, motsCles, corps } = made
  const famille = families[made.famille % families.length]?.id ?? ''
  const announced = statut === 'a-paraitre'
  const head = [
    `numero: ${10 + at}`,
    `slug: essai-${at}`,
    `titre: ${yaml(`${titre} ${at}`)}`,
    ...(announced || (titre.length < 50 && !court) ? [] : [`titre_court: Essai ${at}`]),
    `famille: ${famille}`,
    `statut: ${statut}`,
    ...(announced
      ? []
      : [
          `resume: ${yaml(resume)}`,
          `soutien: [${soutien.join(', ')}]`,
          `mots_cles: [${[...new Set(motsCles.map(yaml))].join(', ')}]`,
          `anciens_slugs: [${ancien ? `ancien-${at}` : ''}]`,
          'maj: 2025-11',
        ]),
  ]
  const text = announced ? '' : `\nUn essai.\n\n${corps}\n`
  return [`${folders[famille] ?? famille}/${10 + at}-essai.md`, `---\n${head.join('\n')}\n---\n${text}`]
}

/** Some fiches in the faultless kit of `tests/fixtures/erreurs/_base`, with families, settings and surroundings of their own.
 *  @param most fiches in one kit, but for those to come */
export const lawKits = (most: number): fc.Arbitrary<LawKit> =>
  fc
    .record({
      fiches: fc.array(fiche, { minLength: 1, maxLength: most }),
      announced: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        {
          weight: 1,
          arbitrary: fc
            .array(fiche, { maxLength: 16, size: 'max' })
            .map(all => all.map(one => ({ ...one, statut: 'a-paraitre' as const }))),
        },
      ),
      files: lawFiles(
        fc.oneof(paragraph, items('- ', inline), table, quotation, fc.oneof(...blocks)),
        resources,
      ),
      settings: lawSettings,
      families: lawFamilies,
    })
    .map(({ fiches, announced, files, settings, families }) => ({
      settings,
      families,
      files: {
        ...files,
        ...Object.fromEntries([...fiches, ...announced].map((one, at) => written(one, at, families))),
      },
    }))
