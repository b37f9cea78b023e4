import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { contrast } from '../../../src/text/contrast.ts'
import { editKit } from './edit-kit.ts'

const docs = new URL('../../../docs/guide/', import.meta.url)
const page = await readFile(new URL('a-copier.md', docs), 'utf8')
const copied = (language: string) =>
  new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'ms').exec(page)?.[1] ?? ''
const palettes = JSON.parse(copied('json')) as {
  familles: Record<string, { solid: { hex: string }; tint: { hex: string }; epub: string }>
}

test('les réglages à copier sont justes, jusqu’aux contrastes et aux encres', async () => {
  await using kit = await editKit(null)
  await writeFile(join(kit.dir, 'kit.yaml'), copied('yaml'))
  await writeFile(join(kit.dir, 'tokens.json'), copied('json'))
  const said = (await readKit(kit.dir)).problems.filter(({ place }) =>
    ['kit.yaml', 'tokens.json'].includes(place.file),
  )
  // What an author has to fill in, and nothing else.
  expect(said.map(({ code }) => code)).toEqual([...Array.from({ length: 6 }, () => 'mention-a-completer')])
})

test.each(Object.entries(palettes.familles))(
  'les contrastes de %s sont ceux que la page donne',
  (nom, { solid, tint, epub }) => {
    const shown = [
      ...['#ffffff', '#f1f1f1', tint.hex].map(ground => contrast(solid.hex, ground)),
      ...['#ffffff', '#000000'].map(ground => contrast(epub, ground)),
    ].map(ratio => ratio.toFixed(1).replace('.', ','))
    expect(page).toContain(`| \`${nom}\` | ${solid.hex} | ${shown.join(' | ')} |`)
  },
)
