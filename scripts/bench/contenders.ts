import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Case } from './case.ts'
import { type Missing, versionOfCommand, versionOfPackage } from './installed.ts'
import { innerOf } from './press-cases.ts'
import { script, type Workplace } from './workplace.ts'

/** Longest time that contenders wait for their own pages, in s. */
const PATIENCE_S = 900

/** What the press tells its own browser. */
const browserArgs = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none']

/** Every other way to a PDF, an e-book or a site; each is left out with a word when it is not installed.
 *  @param dir folder of the npm packages that `installContenders` filled */
export async function findContenders(dir: string): Promise<(Case | Missing)[]> {
  const bin = (name: string) => join(dir, 'node_modules/.bin', name)
  const cli = await versionOfPackage(dir, 'pagedjs-cli')
  const vivliostyle = await versionOfPackage(dir, '@vivliostyle/cli')
  const eleventy = await versionOfPackage(dir, '@11ty/eleventy')
  const weasyprint = await versionOfCommand('weasyprint')
  const pandoc = await versionOfCommand('pandoc')
  return [
    printed('natif', 'Chromium’s own print, without page numbers: the floor', 'native'),
    printed('pagedjs', 'Paged.js as it comes', 'stock'),
    cli.absent ?? {
      name: 'pagedjs-cli',
      title: 'pagedjs-cli',
      group: 'pdf',
      version: cli.version,
      command: place => ({
        argv: [
          bin('pagedjs-cli'),
          ...[place.document, '--output', pdfOf(place, 'pagedjs-cli')],
          ...['--timeout', String(PATIENCE_S * 1000), '--browserArgs', browserArgs.join(',')],
        ],
        cwd: place.made,
        env: { ...place.browser.env, PUPPETEER_EXECUTABLE_PATH: place.browser.executablePath },
      }),
      read: place => pagesOf(pdfOf(place, 'pagedjs-cli')),
    },
    vivliostyle.absent ?? {
      name: 'vivliostyle',
      title: 'Vivliostyle CLI',
      group: 'pdf',
      version: vivliostyle.version,
      command: place => ({
        argv: [
          bin('vivliostyle'),
          ...['build', place.document, '--single-doc', '--output', pdfOf(place, 'vivliostyle')],
          ...['--executable-browser', place.browser.executablePath],
          ...['--timeout', String(PATIENCE_S), '--log-level', 'silent'],
        ],
        cwd: place.made,
        env: place.browser.env,
      }),
      read: place => pagesOf(pdfOf(place, 'vivliostyle')),
    },
    weasyprint.absent ?? {
      name: 'weasyprint',
      title: 'WeasyPrint',
      group: 'pdf',
      version: weasyprint.version,
      command: place => ({
        argv: ['weasyprint', '--quiet', place.document, pdfOf(place, 'weasyprint')],
        cwd: place.made,
      }),
      read: place => pagesOf(pdfOf(place, 'weasyprint')),
    },
    pandoc.absent ?? {
      name: 'pandoc',
      title: 'pandoc: a plain EPUB',
      group: 'livre-et-site',
      version: pandoc.version,
      command: place => ({
        argv: ['pandoc', '--toc', join(place.texts, 'kit.md'), '--output', join(place.made, 'pandoc.epub')],
        cwd: place.made,
      }),
      read: place => made(join(place.made, 'pandoc.epub')),
    },
    eleventy.absent ?? {
      name: 'eleventy',
      title: 'Eleventy: plain pages',
      group: 'livre-et-site',
      version: eleventy.version,
      command: place => ({
        argv: [bin('eleventy'), '--quiet', '--output', join(place.made, 'site')],
        cwd: place.texts,
      }),
      read: place => made(join(place.made, 'site')),
    },
  ]
}

/** The same document through the press's own browser. */
function printed(name: string, title: string, mode: 'native' | 'stock'): Case {
  return {
    name,
    title,
    group: 'pdf',
    version: '',
    command: place =>
      script(place, 'scripts/bench/print-document.ts', mode, place.document, pdfOf(place, name)),
    read: async (place, { stdout }) => ({ ...innerOf(stdout), ...(await pagesOf(pdfOf(place, name))) }),
  }
}

const pdfOf = ({ made: dir }: Workplace, name: string) => join(dir, `${name}.pdf`)

/** @throws Error when there is no such PDF: the contender ended without a word */
async function pagesOf(path: string) {
  const pdf = await PDFDocument.load(await readFile(path), { updateMetadata: false })
  return { pages: pdf.getPageCount() }
}

/** @throws Error when nothing was made */
async function made(path: string) {
  await stat(path)
  return {}
}
