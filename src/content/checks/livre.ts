import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { type Draft, declared } from '../draft.ts'
import type { KitYaml } from '../schemas/kit.ts'

/** A book has one colophon and one back cover, which closes it and holds what is written on it. */
export function* checkLivre({ pages, kit }: Draft): Generator<Diagnostic> {
  const owners = new Map<unknown, string>()
  for (const page of pages) {
    const gabarit = declared(page, 'gabarit')
    const place = page.yaml.placeOf(['gabarit'])
    const autre = owners.get(gabarit)
    owners.set(gabarit, autre ?? page.file)
    if (gabarit === 'quatrieme' && !page.file.startsWith('annexes/'))
      yield diagnose('quatrieme-perdue', place, {
        cause: 'la quatrième de couverture ferme le livre, ici elle ne paraîtrait pas',
        remede: 'Déplacer ce fichier dans annexes/',
      })
    else if (gabarit === 'quatrieme' && autre !== undefined)
      yield diagnose('quatrieme-perdue', place, {
        cause: `${autre} est déjà la quatrième de couverture`,
        remede: 'N’en garder qu’une',
      })
    else if (gabarit === 'colophon' && autre !== undefined)
      yield diagnose('colophon-double', place, { autre })
    else if (gabarit === 'quatrieme') yield* tooLong(page, kit?.value ?? null)
  }
}

function* tooLong({ file, corps }: Draft['pages'][number], kit: KitYaml | null): Generator<Diagnostic> {
  const hasCodes = kit?.isbn?.imprime || kit?.site?.url
  const maximum = hasCodes ? LINES_OVER_CODES : LINES
  const lignes = Math.ceil(linesOf(corps.source))
  if (lignes > maximum)
    yield diagnose('quatrieme-longue', { file, line: corps.line, column: 1 }, { lignes, maximum })
}

/** Lines of text that its place holds (`quatrieme.css`), alone or over the codes that machines read. */
const LINES = 36
const LINES_OVER_CODES = 27
/** Signs of one line. */
const SIGNS = 78
/** Those of the first paragraph are higher. */
const FIRST = 1.125

/** How high a body stands, in lines; one is left out between paragraphs. */
function linesOf(source: string): number {
  const paragraphs = source
    .trim()
    .replace(/\*\*|\]\([^)\s]*\)|\[/g, '')
    .split(/\n\s*\n/)
  const heights = paragraphs.map((paragraph, index) => {
    const rows = paragraph.split(/\n(?=\s*[-*+\d])/)
    const lines = rows.reduce((sum, row) => sum + Math.ceil(row.length / SIGNS), 0)
    return lines * (index === 0 ? FIRST : 1)
  })
  return heights.reduce((sum, height) => sum + height + 1, -1)
}
