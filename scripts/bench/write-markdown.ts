import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sequence } from '../../src/indexes/sequence.ts'
import type { Kit } from '../../src/kit.ts'

const layout = `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><h1>{{ title }}</h1>{{ content | safe }}</body></html>
`
const config = `export default () => ({ markdownTemplateEngine: false, htmlTemplateEngine: 'njk', dir: { input: 'textes', includes: '../gabarits' } })
`

/** Writes the kit's texts for tools that know nothing of its blocks: `kit.md` for pandoc, and the folder of a site for
 *  Eleventy with its own Markdown and a layout of two lines. */
export async function writeMarkdown(kit: Kit, dir: string): Promise<void> {
  const texts = sequence(kit).flatMap(item => {
    if (item.kind !== 'fiche' && item.kind !== 'page') return []
    const { titre, corps } = item.kind === 'fiche' ? item.fiche : item.page
    return [{ id: item.id, titre, source: corps.source }]
  })
  const book = texts.map(({ titre, source }) => `# ${titre}\n\n${source}`).join('\n\n')
  await mkdir(join(dir, 'gabarits'), { recursive: true })
  await mkdir(join(dir, 'textes'), { recursive: true })
  await writeFile(join(dir, 'kit.md'), `---\ntitle: ${JSON.stringify(kit.titre)}\nlang: fr\n---\n\n${book}\n`)
  await writeFile(join(dir, 'package.json'), '{ "private": true, "type": "module" }\n')
  await writeFile(join(dir, 'eleventy.config.js'), config)
  await writeFile(join(dir, 'gabarits/page.njk'), layout)
  for (const { id, titre, source } of texts)
    await writeFile(
      join(dir, 'textes', `${id}.md`),
      `---\nlayout: page.njk\ntitle: ${JSON.stringify(titre)}\n---\n${source}\n`,
    )
}
