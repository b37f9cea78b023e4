import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEpub } from '../../build/gate/read/epub.ts'
import { linesOf } from '../../build/gate/read/html.ts'
import { readPdf } from '../../build/gate/read/pdf.ts'
import { readSite } from '../../build/gate/read/site.ts'
import type { ReleaseReport } from '../../build/gate/report/report.ts'
import { type Manifest, readArtefact } from '../../build/ground/disk/manifest.ts'
import type { Role } from '../../build/ground/disk/roles.ts'
import { runKit } from '../e2e/run-kit.ts'
import { folderOfFile } from '../temporary.ts'

/** A whole Chromium, of another version than the one that comes from npm. */
const CHROMIUM = '/usr/bin/chromium'
const isThere = existsSync(CHROMIUM)
const title = 'any Chromium makes the same editions'

const dir = folderOfFile('chromium')

/** All words of all editions, by edition and page; without the sizes of files, which differ by some bytes. */
async function wordsOf(out: string): Promise<Record<string, string[]>> {
  const manifest = JSON.parse(await readFile(join(out, 'manifeste.json'), 'utf8')) as Manifest
  const pdf = async (role: Role) => {
    const { pages } = await readPdf(await readArtefact(out, manifest, role), new AbortController().signal)
    return pages.map(({ text, artefacts }) => `${text}\n${artefacts}`)
  }
  const { pages } = await readSite(join(out, 'site'), '/')
  return {
    screen: await pdf('pdf-ecran'),
    press: await pdf('pdf-impression'),
    epub: readEpub(await readArtefact(out, manifest, 'epub')).spine.flatMap(({ root }) => linesOf(root)),
    site: [...pages.values()].flatMap(({ root }) =>
      linesOf(root).map(line => line.replace(/[\d,]+[\s\u00a0\u202f](?:[kM]?o|octets)\b/g, '')),
    ),
  }
}

describe.skipIf(!isThere)(isThere ? title : `SKIPPED, ${CHROMIUM} is not there: ${title}`, () => {
  it.each(['tests/fixtures/kits/autre', 'fiches'])('the words of %s, page by page', async fiches => {
    const build = async (name: string, env: Record<string, string>) => {
      const out = join(dir, name)
      const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', out], env)
      expect(code, stderr).toBe(0)
      return wordsOf(out)
    }
    const shipped = await build('livre', {})
    expect(await build('debian', { PUPPETEER_EXECUTABLE_PATH: CHROMIUM })).toEqual(shipped)
  })

  it('a release passes, and says that pictures were not compared', async () => {
    const out = join(dir, 'livraison')
    const { code, stderr } = await runKit(
      ['release', '--brouillon', '--fiches', 'tests/visual/carnet', '--out', out],
      { PUPPETEER_EXECUTABLE_PATH: CHROMIUM },
    )
    expect(code, stderr).toBe(0)
    const { controles } = JSON.parse(await readFile(join(out, 'rapport.json'), 'utf8')) as ReleaseReport
    expect(controles.find(({ id }) => id === 'visuel')).toMatchObject({ verdict: 'non-verifie' })
  })

  it('pictures of it are neither compared nor accepted', async () => {
    const { code, stderr } = await runKit(['visual', '--fiches', 'tests/visual/carnet'], {
      PUPPETEER_EXECUTABLE_PATH: CHROMIUM,
    })
    expect(code).toBe(3)
    expect(stderr).toContain('Les images acceptées sont celles du navigateur de la presse')
  })
})
