import { plural } from '../../../src/problems/index.ts'
import type { ImportPoint } from '../worker/new-file.ts'
import type { Workbench } from '../worker/workbench.ts'
import type { Desk } from './desk.ts'
import { askIn, attemptFor, button, field, h, type Notices } from './dom.ts'
import { familyField } from './sheet-deeds.ts'

/** Makes fiches of Word files: asks for their place, as the file says it, and opens them. */
export function createImport(
  desk: Desk,
  workbench: Workbench,
  options: Notices & { open(path: string): void; report: ImportReport },
) {
  const { say, clear, open, report } = options
  const ABOUT = 'import'

  async function importWord(file: File): Promise<void> {
    say(`Lecture de « ${file.name} »…`, undefined, ABOUT)
    try {
      const nom = file.name.replace(/\.\w+$/, '')
      const bytes = new Uint8Array(await file.arrayBuffer())
      const choice = { nom, famille: null, numero: null, jour: new Date().toISOString().slice(0, 10) }
      const { head, announced: own } = await workbench.importWord(bytes, choice)
      const { sheets, familles } = desk.reading().glance
      const announced = sheets.filter(({ statut }) => statut === 'a-paraitre')
      const place = h(
        'select',
        { name: 'place' },
        h('option', { value: '' }, 'une nouvelle fiche'),
        ...announced.map(({ file: path, numero, titre }) =>
          h(
            'option',
            { value: path, selected: path === own?.file },
            `la fiche annoncée ${numero}, « ${titre} »`,
          ),
        ),
      )
      const named = head.rows.find(([key]) => key === 'famille')?.[1]
      const famille = familles.some(({ id }) => id === named) ? named : own?.famille
      const answers = await askIn(
        `Importer « ${file.name} »`,
        'Importer',
        h('p', `Titre : « ${head.titre} »`),
        field('En faire', place),
        familyField(desk, famille ?? null),
      )
      if (!answers) return
      const sheet = announced.find(({ file: path }) => path === answers['place'])
      const {
        file: path,
        files,
        points,
      } = await workbench.importWord(bytes, {
        ...choice,
        famille: sheet?.famille ?? answers['famille'] ?? null,
        inPlaceOf: sheet?.file ?? null,
      })
      const written = desk.bytesOf(path)
      if (written === null) await desk.replace(files)
      else
        await desk.replaceAndSay(files, `« ${file.name} » prend la place de ce qui était dans ${path}.`, say)
      report.keep(path, points)
      open(path)
    } finally {
      clear(ABOUT)
    }
  }
  return (file: File) => attemptFor(say)(() => importWord(file))
}

/** Says what to do with a file that goes into no kit as it is. */
export function refusalOf(name: string): string {
  const instead: [RegExp, string][] = [
    [/\.(?:odt|doc|rtf|pages)$/i, 'l’enregistrer au format Word (.docx), puis l’importer.'],
    [
      /\.(?:webp|heic|gif|tiff?|bmp|avif)$/i,
      'l’enregistrer en JPEG ou en PNG, puis la déposer sur la fiche.',
    ],
    [/\.pdf$/i, 'un PDF ne se récrit pas : importer le document d’où il vient (.docx).'],
    [/\.zip$/i, 'ouvrir un kit depuis l’écran d’accueil de l’atelier.'],
  ]
  const [, remedy = 'donner un document Word (.docx), une fiche (.md) ou une image (PNG, JPEG, SVG).'] =
    instead.find(([pattern]) => pattern.test(name)) ?? []
  return `« ${name} » : ${remedy}`
}

type ImportReport = ReturnType<typeof createImportReport>

/** Shows what to look at after an import until it was looked at, also after a reload. `kit` names the kit in this browser. */
export function createImportReport(
  kit: string,
  { text, goTo }: { text(): string; goTo(line: number): void },
) {
  const element = h('section.releve', { 'aria-label': 'Relevé de l’import', hidden: true })
  const key = (file: string) => `atelier ${kit} ${file}`
  const pointsOf = (file: string): ImportPoint[] => JSON.parse(localStorage.getItem(key(file)) ?? '[]')
  const keep = (file: string, points: readonly ImportPoint[]) => {
    if (points.length === 0) localStorage.removeItem(key(file))
    else localStorage.setItem(key(file), JSON.stringify(points))
  }

  function show(file: string): void {
    const points = pointsOf(file)
    element.hidden = points.length === 0
    element.replaceChildren()
    if (element.hidden) return
    const settle = (remaining: readonly ImportPoint[]) => {
      keep(file, remaining)
      show(file)
    }
    element.append(
      h('h2', `${plural(points.length, 'point')} à relire après l’import`),
      h(
        'ol',
        ...points.map(point =>
          h(
            'li',
            point.line === null ? null : button('Y aller', () => goTo(lineOf(point)), { class: 'lieu' }),
            ` ${point.text} `,
            button('C’est relu', () => settle(points.filter(other => other !== point))),
          ),
        ),
      ),
      button('Tout est relu', () => settle([])),
    )
  }

  /** Where a point stands by now: the nearest line with its words. */
  function lineOf({ line, words }: ImportPoint): number {
    const from = (line ?? 1) - 1
    const lines = text().split(/\r\n|\r|\n/)
    const same = lines.flatMap((other, at) => (other === words ? [at] : []))
    const [nearest = from] = same.sort((a, b) => Math.abs(a - from) - Math.abs(b - from))
    return nearest + 1
  }

  return { element, keep, show }
}
