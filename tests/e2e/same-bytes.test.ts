import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { sumsOf } from '../../build/edition/papers/papers.ts'
import { listFiles } from '../../build/ground/disk/files.ts'
import { folderOfTest } from '../temporary.ts'
import { coldCache } from './press-processes.ts'
import { runKit } from './run-kit.ts'

it('a kit that is built in a folder of any name, another time zone and language, by one tab, nothing kept, has the same bytes', async () => {
  const dir = folderOfTest('ailleurs')
  // What means something to an address, a pattern, a shell, a template or a reader of options.
  const out = join(dir, 'é#a?b%20c \'d"e&f[g](h)$i')
  const personal = join(dir, 'maison')
  await mkdir(personal)
  const { code, stderr } = await runKit(
    ['build', '--fiches', 'tests/fixtures/kits/autre', '--out', out, '--jobs', '1'],
    {
      KIT_CACHE: await coldCache(dir),
      HOME: personal,
      TMPDIR: personal,
      TZ: 'Pacific/Kiritimati',
      // Turkish has other capitals, another order and other numbers than most.
      ...{ LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr_TR.UTF-8' },
    },
  )
  expect(code, stderr).toBe(0)
  const { autre } = inject('editions')
  const linesOf = async (folder: string) => (await sumsOf(folder, listFiles(folder))).split('\n')
  expect(await linesOf(out)).toEqual(await linesOf(autre))
})
