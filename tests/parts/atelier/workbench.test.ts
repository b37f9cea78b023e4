import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { openWorkbench } from '../../../build/atelier/worker/workbench.ts'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { sampleOf } from '../../thorough.ts'
import { caseFiles, faultOf, readEntrees } from '../../unit/content/auteurs.ts'
import { checkFiles } from '../../unit/content/check-edited.ts'
import { editFiles } from '../../unit/content/edit-kit.ts'
import { fixtureFiles, readCases } from '../../unit/markdown/read-cases.ts'
import { bundled, filesIn, home } from './bundled.ts'

let open: typeof openWorkbench
beforeAll(async () => {
  const module = await bundled<{ openWorkbench: typeof openWorkbench }>('build/atelier/worker/workbench.ts')
  open = module.openWorkbench
})

const FICHE = 'leviers/02-achats.md'

describe('the atelier tells what `kit check` tells', () => {
  test.each(['fiches', 'tests/fixtures/kits/autre', 'tests/fixtures/loi', 'tests/visual/carnet'])(
    'of %s',
    async dir => {
      const { problems } = await open().open(filesIn(join(home, dir)))
      expect(problems).toEqual((await readKit(join(home, dir))).problems)
    },
  )

  test.each(['\n', '\r\n'])(
    'but for anchors, which it writes at the end of %j, once some fiche has one',
    async end => {
      const { files } = await editFiles(null, faultOf('ancre-absente'))
      const [lacking] = (await checkFiles(files)).filter(({ code }) => code === 'ancre-absente')
      if (!lacking) throw new Error('no anchor lacks')
      const { file, line } = lacking.place
      const text = new TextDecoder().decode(files.get(file)).replaceAll('\n', end)
      const kit = new Map(files).set(file, new TextEncoder().encode(text))
      const workbench = open()
      expect((await workbench.open(kit)).problems.map(({ code }) => code)).not.toContain('ancre-absente')
      const bytes = (await workbench.anchored(file)) ?? new Uint8Array()
      const lines = new TextDecoder().decode(bytes).split(end)
      expect(lines[line - 1]).toMatch(/ \{#[\w-]+\}$/)
      expect(lines.join(end).replace(/ \{#[\w-]+\}(?=\r?\n)/g, '')).toBe(
        text.replace(/ \{#[\w-]+\}(?=\r?\n)/g, ''),
      )
      await workbench.change(new Map([[file, bytes]]))
      expect(await workbench.anchored(file)).toBeNull()
      const { files: never } = await editFiles(null)
      await workbench.open(never)
      expect(await workbench.anchored(FICHE)).toBeNull()
    },
  )

  test.each([
    ['', false, 'À compléter : en trois phrases'],
    ['\nDes mots déjà là.\n\n## Un titre à moi\n', true, '\n---\n\nDes mots déjà là.\n\n## Un titre à moi\n'],
  ])('an announced fiche is begun around what stands in it already: %j', async (body, hasBody, expected) => {
    const file = 'thematiques/04-habitat.md'
    const { files } = await editFiles(null)
    const head =
      '---\nnumero: 4\nslug: habitat\ntitre: Habiter\n# pour plus tard\nfamille: thematique\nstatut: a-paraitre\n---\n'
    const workbench = open()
    await workbench.open(new Map(files).set(file, new TextEncoder().encode(head + body)))
    const begun = await workbench.begunFiche(file)
    const text = new TextDecoder().decode(begun.bytes)
    expect(begun.hasBody).toBe(hasBody)
    expect(text).toContain('# pour plus tard\nfamille: thematique\nstatut: relecture\nresume: ')
    expect(text).toContain('\nmaj: 20')
    expect(text).toContain(expected)
    const { problems } = await workbench.change(new Map([[file, begun.bytes]]))
    expect(problems.filter(({ severity }) => severity === 'erreur')).toEqual([])
  })

  test.each([
    ['• Un achat\n+ • Un autre', ['- Un achat', '- Un autre']],
    ["Un 'mot' ici.", ['Un « mot » ici.']],
    ['Un total de #REF! euros (dit-on.', []],
    ['Un oﬃce ﬁable.', ['Un office ﬁable.', 'Un oﬃce fiable.']],
    ['Un achat\u200b simple.', ['Un achat simple.']],
    ['Voir [[repere]].', ['Voir [[reperes]].']],
    [
      '::: exemple Un lieu · Clermont (Puy-de-Dôme)\n+ Un texte.\n+ :::',
      ['::: exemple Un lieu · Clermont (63)'],
    ],
    [
      '::: frise Dates\n+ - En 1947, la loi.\n+ - La charte\n+ 1. 2020:un\n+    texte\n+ :::',
      ['- 1947 : la loi.'],
    ],
    [
      '::: idees-recues Idées\n+ - C’est cher. Faux, tout dépend.\n+ - C’est rare – faux\n+ - C’est long\n+ :::',
      ['- C’est cher : FAUX. Tout dépend.'],
    ],
  ])('what a button writes says nothing twice, and is no advice: %s', async (typed, expected) => {
    const { files } = await editFiles(null, `${FICHE}\n- Un achat simple.\n+ ${typed}\n`)
    const workbench = open()
    await workbench.open(files)
    const lines = new TextDecoder().decode(files.get(FICHE)).split('\n')
    const written = (await workbench.remedies(FICHE)).map(({ line, column, length, text }) => {
      const old = lines[line - 1] ?? ''
      return old.slice(0, column - 1) + text + old.slice(column - 1 + length)
    })
    expect(written).toEqual(expected)
  })

  test.each([
    ['resume: Acheter : choisir', 'resume: "Acheter : choisir"'],
    ['resume: Acheter # choisir', 'resume: "Acheter # choisir"'],
    ['resume: "Acheter" choisir', 'resume: "\\"Acheter\\" choisir"'],
  ])(
    'a value of the front matter is quoted by a button, whatever else is wrong: %s',
    async (typed, expected) => {
      const { files } = await editFiles(
        null,
        `${FICHE}\n- resume: Acheter, c'est choisir.\n+ ${typed}\n- maj: 2025-11\n+ maj: mars 2026\n`,
      )
      const workbench = open()
      await workbench.open(files)
      const [remedy] = await workbench.remedies(FICHE)
      expect(remedy).toMatchObject({ text: expected, column: 1, length: typed.length })
    },
  )

  test('what is still to be written is told, each line once', async () => {
    const { files } = await editFiles(
      null,
      `${FICHE}\n- Un achat simple.\n+ À compléter : le texte.\n+\n+ Une offre à compléter.\n`,
    )
    const { problems } = await open().open(files)
    expect(problems.map(({ code, place, message }) => [code, place.line, message])).toEqual([
      ['texte-provisoire', 28, '« À compléter : le texte. » : ce passage est resté à écrire.'],
    ])
  })

  test('a block is drawn in its form while its fiche has errors', async () => {
    const { files } = await editFiles(null)
    const workbench = open()
    await workbench.open(files)
    const block =
      '::: graphique barres Achats\n| Année | Achats |\n| --- | --- |\n| 2023 | 12 |\n| 2024 | 25 |\n:::'
    const drawing = { html: expect.stringContaining('<svg') }
    expect(await workbench.drawBlock(FICHE, block)).toMatchObject(drawing)
    const bytes = new TextEncoder().encode('---\ntitre: Sans résumé\n---\n\nUn texte.\n')
    const { problems } = await workbench.change(new Map([[FICHE, bytes]]))
    expect(problems.some(({ severity }) => severity === 'erreur')).toBe(true)
    expect(await workbench.drawBlock(FICHE, block)).toMatchObject(drawing)
  })

  const cases = caseFiles.flatMap(file => readEntrees(file).map(one => ({ ...one, file })))
  test.each(sampleOf(cases, 24))('of the case $titre of $file', async ({ edits }) => {
    const { files, onDisk } = await editFiles(null, edits)
    if (onDisk.length > 0) return
    const problems = (await checkFiles(files)).filter(({ code }) => code !== 'ancre-absente')
    expect((await open().open(files)).problems).toEqual(problems)
  })

  const bodies = ['blocks', 'typographie'].flatMap(folder =>
    fixtureFiles(folder).map(({ nom, text }) => ({ nom: `${folder}/${nom}`, cases: readCases(text) })),
  )
  test.each(sampleOf(bodies, 3))('of each body of $nom', async ({ cases }) => {
    const { files } = await editFiles(null)
    const workbench = open()
    await workbench.open(files)
    const head = new TextDecoder().decode(files.get(FICHE)).split(/^---$/m)[1] ?? ''
    for (const { source, titre } of cases) {
      const bytes = new TextEncoder().encode(`---${head}---\n\n${source}\n`)
      const { problems } = await workbench.change(new Map([[FICHE, bytes]]))
      expect(problems, titre).toEqual(await checkFiles(new Map(files).set(FICHE, bytes)))
    }
    expect(cases.length).toBeGreaterThan(0)
  })

  test('after an edit, of the whole kit', async () => {
    const { files } = await editFiles(null)
    const workbench = open()
    await workbench.open(files)
    const [file = ''] = [...files.keys()].filter(path => /\/\d+-.*\.md$/.test(path))
    const { problems } = await workbench.change(
      new Map([
        [file, new TextEncoder().encode(`${new TextDecoder().decode(files.get(file))}\n::: inconnu\n`)],
      ]),
    )
    expect(problems.map(({ code }) => code)).toContain('bloc-inconnu')
    const back = await workbench.change(new Map([[file, files.get(file) ?? null]]))
    expect(back.problems).toEqual([])
  })
})
