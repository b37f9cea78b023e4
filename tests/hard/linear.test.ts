import { describe, expect, it } from 'vitest'
import { createRenderer } from '../../src/kit/body/create-renderer.ts'
import { parseBody } from '../../src/kit/body/read-body.ts'
import { splitFrontMatter } from '../../src/kit/file-text.ts'
import { kitSchema } from '../../src/kit/schemas/kit.ts'
import { validate } from '../../src/kit/validate.ts'
import { parseYaml } from '../../src/kit/yaml/parse-yaml.ts'
import { typographText } from '../../src/text/typography/index.ts'
import { attacks } from '../unit/markdown/attacks.ts'
import { ficheOf, kitOf } from '../unit/markdown/kit.ts'

/** Characters of the shorter text: the longest fiche has ten thousand. */
const SIZE = 5_000
const TIMES = 10
/** Ten times the text may take fifteen times as long: memory is not as quick when there is much of it. */
const MOST = 15
/** Below this many ms of the longer text the start of things is all that is measured. */
const FLOOR_MS = 20
const ROUNDS = 12

/** A body as people write it: every block, several times over. */
const plain = (size: number) => {
  const part = `## Les leviers d'action {.leviers}

### Parler aux producteurs {picto=search}

Aller les voir chez eux : 1er samedi, 10 000 habitants, 12 % et l'ESS. Écrire à chacun.e [ce qui a été dit](https://example.org).

::: exemple Une recyclerie · Métropole de Lyon (69)
Trente emplois "en insertion", puis [[contrats]].
:::

::: chiffres Chiffres d'essai
- **2,7 millions** de salarié.e.s
Source : Atelier, 2030.
:::

- le matin, avant la chaleur ;
- au pied, jamais sur les feuilles.

| Mois | Litres |
|---|---|
| Mai | 40 |

`
  return part.repeat(Math.ceil(size / part.length)).slice(0, size)
}

const headers: Record<string, (size: number) => string> = {
  'un titre long': size => `titre: ${'mot '.repeat(size / 4)}\n`,
  'des mots-clés': size => `mots_cles: [${'essai, '.repeat(size / 7)}fin]\n`,
  'une liste de crédits': size => `credits:\n  Textes:\n${'    - Jeanne Essai\n'.repeat(size / 19)}`,
  'des clés inconnues': size => Array.from({ length: size / 9 }, (_, at) => `cle${at}: 1\n`).join(''),
  'des guillemets ouverts': size => 'a: "\n'.repeat(size / 5),
  'un texte plié': size => `resume: >\n${'  une ligne de texte\n'.repeat(size / 21)}`,
}

function readHeader(yaml: string): void {
  const { parts } = splitFrontMatter(`---\n${yaml}---\n`, 'f')
  validate(parseYaml(parts?.yaml ?? yaml, { file: 'f', firstLine: 2 }), kitSchema)
}

function renderBody(source: string): void {
  const fiche = ficheOf(parseBody(source, { file: 'essai.md', firstLine: 1 }).corps)
  for (const medium of ['web', 'print', 'epub'] as const) createRenderer(kitOf(fiche), medium).fiche(fiche)
}

/** CPU time in ms, so that what others do on the machine counts little. */
function cost(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** How many times as long ten times the text takes. The long text is measured beside ten readings of the short one, which last
 *  as long if all is well; the least of some rounds is taken, as noise only adds, and a square stays a square in all of them. */
function growth(work: (text: string) => void, make: (size: number) => string): number {
  const [short, long] = [make(SIZE), make(TIMES * SIZE)]
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS && least > MOST; round++) {
    const shorter = cost(() => {
      for (let reading = 0; reading < TIMES; reading++) work(short)
    })
    const longer = cost(() => work(long))
    if (longer < FLOOR_MS) return 0
    least = Math.min(least, (TIMES * longer) / shorter)
  }
  return least
}

it('the measure tells a square from a line', () => {
  const spin = (steps: number) => {
    let sum = 0
    for (let step = 0; step < steps; step++) sum += Math.sqrt(step)
    return sum
  }
  expect(growth(text => void spin(text.length * 500), plain)).toBeLessThan(MOST)
  expect(growth(text => void spin(text.length ** 2 / 40), plain)).toBeGreaterThan(50)
})

const bodies = Object.entries({ 'un texte comme on en écrit': plain, ...attacks })

describe('ten times the text takes at most fifteen times as long', () => {
  it.each(Object.entries(headers))('front matter: %s', (_, make) => {
    expect(growth(readHeader, make)).toBeLessThan(MOST)
  })
  it.each(bodies)('body and blocks: %s', (_, make) => {
    expect(growth(renderBody, make)).toBeLessThan(MOST)
  })
  it.each(bodies)('typography: %s', (_, make) => {
    expect(growth(text => void typographText(text), make)).toBeLessThan(MOST)
  })
})
