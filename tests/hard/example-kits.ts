import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Kits of which the pages have to be full as well: where no lever has an example, and where each has one. */
export const exampleKits = ['sans-exemple', 'exemple-partout'] as const
export type ExampleKit = (typeof exampleKits)[number]

const EXAMPLE = /^::: exemple[\s\S]*?^:::\n\n?/gm
const LEVERS = /^## [^\n]*\{\.leviers\}[\s\S]*?(?=^## |^::: ressources|(?![\s\S]))/m
/** Characters of an example: between the shortest and the longest of the kit. */
const LENGTHS = [320, 520, 760]

/** Copies the folder of fiches, with the same levers and other examples. */
export async function writeExampleKit(kind: ExampleKit, fiches: string, dir: string): Promise<void> {
  await cp(fiches, dir, { recursive: true })
  for (const entry of await readdir(dir, { recursive: true })) {
    if (!entry.endsWith('.md')) continue
    const file = join(dir, entry)
    const text = await readFile(file, 'utf8')
    const changed =
      kind === 'sans-exemple'
        ? text.replace(EXAMPLE, '')
        : text.replace(LEVERS, levers => withExamples(levers))
    await writeFile(file, changed)
  }
}

/** An example after each lever that has none; it says what the lever says. */
function withExamples(levers: string): string {
  return levers
    .split(/^(?=### )/m)
    .map((lever, index) => {
      if (!lever.startsWith('### ') || lever.includes('::: exemple')) return lever
      const words = lever
        .split('\n')
        .filter(line => line.trim() && !/^(#|:::|\||Source|>)/.test(line))
        .map(line => line.replace(/^- /, ''))
        .join(' ')
      const length = LENGTHS[index % LENGTHS.length] ?? 0
      const said = words.repeat(Math.ceil(length / Math.max(1, words.length))).slice(0, length)
      const body = said
        .replace(/\*\*|\*|\[\[[^\]]*\]?\]?|\[([^\]]*)\]\([^)]*\)?/g, '$1')
        .replace(/\s\S*$/, '.')
      return `${lever.trimEnd()}\n\n::: exemple Ce que fait une commune · Lyon (69)\n${body}\n:::\n\n`
    })
    .join('')
}
