import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Choice } from '../../src/excerpt/list.ts'
import { sampleOf } from '../thorough.ts'
import { choicesOf } from './choices.ts'
import { chosen, compose, ready } from './compose-page.ts'
import { readExcerptFiles } from './excerpt-files.ts'
import { runKit } from './run-kit.ts'
import { readSite } from './site-reader.ts'

const edition = inject('editions').kit
let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-octets-'))
  // An edition that is found unchanged: the command makes only what is chosen of it.
  await cp(edition, join(dir, 'dist'), { recursive: true })
})
afterAll(() => rm(dir, { recursive: true, force: true }))

/** What the command writes of a choice, in base64. */
async function written({ numbers, duplex }: Choice): Promise<{ pdf: string; epub: string }> {
  const args = ['--choix', numbers.join(), ...(duplex ? ['--recto-verso'] : [])]
  const { code, stdout, stderr } = await runKit(['build', '--out', join(dir, 'dist'), ...args])
  if (code !== 0) throw new Error(stderr)
  const read = (ending: string) =>
    readFile(
      stdout.split('\n').find(line => line.startsWith(join(dir, 'dist-choix')) && line.endsWith(ending)) ??
        '',
      'base64',
    )
  return { pdf: await read('.pdf'), epub: await read('.epub') }
}

it('a browser and the command make the same bytes of each fiche, each family, all and any choice', async () => {
  const { list } = await readExcerptFiles(edition)
  await using site = await readSite(join(edition, 'site'), '/')
  await site.onTab(async (tab, faults) => {
    await site.open(tab, 'composer/')
    await ready(tab)
    for (const choice of sampleOf(choicesOf(list, 2), 12)) {
      const { numbers, duplex } = choice
      await tab.evaluate(
        fragment => {
          location.hash = fragment
        },
        `fiches=${numbers.join()}${duplex ? '&recto-verso' : ''}`,
      )
      // The page lists fiches by family.
      await expect
        .poll(async () => (await chosen(tab)).toSorted((a, b) => a - b))
        .toEqual(numbers.toSorted((a, b) => a - b))
      const { pdf, epub } = await written(choice)
      expect((await compose(tab, 'pdf')).file === pdf, `PDF of ${numbers.join()}`).toBe(true)
      expect((await compose(tab, 'epub')).file === epub, `e-book of ${numbers.join()}`).toBe(true)
    }
    expect(faults).toEqual([])
  })
})
