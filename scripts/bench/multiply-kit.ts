import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** A fiche to copy: its file, its number and its slug as its front matter says them. */
type Model = { file: string; text: string; numero: number; slug: string }

/** Writes into `to` the kit of `from` with each of its fiches `times` times. The copies of one round have numbers, slugs
 *  and file names of their own and refer to each other; front and back matter stand once, and refer to the first round.
 *  @param to a folder that may exist: what a former run left there is removed
 *  @throws Error when `from` holds no fiche */
export async function multiplyKit(from: string, to: string, times: number): Promise<void> {
  await rm(to, { recursive: true, force: true })
  await cp(from, to, { recursive: true })
  const models = await readModels(from)
  if (models.length === 0) throw new Error(`${from} holds no fiche`)
  const slugs = new Set(models.map(({ slug }) => slug))
  const last = Math.max(...models.map(({ numero }) => numero))
  for (let round = 1; round < times; round++)
    for (const model of models) {
      const numero = model.numero + round * last
      const path = join(
        to,
        model.file.replace(/[^/\\]+$/, name => renumber(name, numero)),
      )
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, copyOf(model, { numero, suffix: `-${round + 1}`, slugs }))
    }
}

async function readModels(dir: string): Promise<Model[]> {
  const files = (await readdir(dir, { recursive: true })).filter(file => file.endsWith('.md')).sort()
  const models = await Promise.all(
    files.map(async file => {
      const text = await readFile(join(dir, file), 'utf8')
      const head = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? ''
      const numero = Number(/^numero: *(\d+)/m.exec(head)?.[1])
      const slug = /^slug: *["']?([a-z0-9-]+)/m.exec(head)?.[1]
      return slug && numero ? [{ file, text, numero, slug }] : []
    }),
  )
  return models.flat()
}

/** Former slugs stay with the first round: an address redirects to one fiche. */
function copyOf(
  { text, slug }: Model,
  { numero, suffix, slugs }: { numero: number; suffix: string; slugs: ReadonlySet<string> },
): string {
  return text
    .replace(/^numero:.*$/m, `numero: ${numero}`)
    .replace(/^slug:.*$/m, `slug: ${slug}${suffix}`)
    .replace(/^anciens_slugs:.*\n(?: *- .*\n)*/m, '')
    .replace(/\[\[ *([a-z0-9-]+) *\]\]/g, (link, to: string) => (slugs.has(to) ? `[[${to}${suffix}]]` : link))
}

const renumber = (name: string, numero: number) =>
  `${String(numero).padStart(2, '0')}-${name.replace(/^\d+[-_ .]*/, '')}`
