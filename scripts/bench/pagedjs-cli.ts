import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Case } from './run-cases.ts'

const NAME = 'pagedjs-cli'
/** The newest that runs on the oldest Node which the press supports. */
const VERSION = '0.4.3'
/** Longest time that it waits for its own pages, in s. */
const PATIENCE_S = 900
/** What the press tells its own browser. */
const browserArgs = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none']

/** Installs it into a folder of its own, without any browser: it is given the press's. @throws Error when npm fails */
export async function installPagedjsCli(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true })
  const dependencies = { [NAME]: VERSION }
  await writeFile(join(dir, 'package.json'), `${JSON.stringify({ private: true, dependencies })}\n`)
  const npm = spawn('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: dir,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
  })
  const code = await new Promise(done => npm.once('close', done))
  if (code !== 0) throw new Error(`npm install ended with ${code} in ${dir}`)
}

/** Its PDF of the kit's print edition as one document. @param dir where it was installed */
export const pagedjsCli = (dir: string): Case => ({
  name: NAME,
  title: `${NAME} ${VERSION}, its PDF alone`,
  command: ({ document, output, browser }) => ({
    argv: [
      join(dir, 'node_modules/.bin', NAME),
      ...[document, '--output', join(output, PDF)],
      ...['--timeout', String(PATIENCE_S * 1000), '--browserArgs', browserArgs.join(',')],
    ],
    cwd: output,
    env: { ...browser.env, PUPPETEER_EXECUTABLE_PATH: browser.executablePath },
  }),
  // It may end without a word and without a PDF.
  async read({ output }) {
    const pdf = await PDFDocument.load(await readFile(join(output, PDF)), { updateMetadata: false })
    return { pages: pdf.getPageCount() }
  },
})

const PDF = `${NAME}.pdf`
