import { expect, test } from 'vitest'
import type { Subject } from '../../../build/gate/check.ts'
import { safety } from '../../../build/gate/checks/safety.ts'
import { parseHtml } from '../../../build/gate/read/html.ts'
import { gathered } from '../../../src/problems/finding.ts'

const utf8 = new TextEncoder()

/** Findings on a site of one page and one style sheet, a PDF, and an e-book of one chapter. */
async function findingsOf({ page = '', css = '', chapter = '', actions = [] as string[] }) {
  const editions = {
    site: async () => ({
      pages: new Map([['index.html', { path: 'index.html', root: parseHtml(page) }]]),
      atelier: new Map(),
      files: new Set(['index.html', 'a.css']),
      text: async () => css,
    }),
    pdf: async () => ({ actions, attachments: [] }),
    epub: async () => ({ files: new Map([['OEBPS/a.xhtml', utf8.encode(chapter)]]) }),
  } as unknown as Subject
  const { findings = [] } = await gathered(safety.run(editions))
  return findings.map(({ place, message }) => `${place} : ${message}`)
}

test('scripts of the site, links that wait for a reader and data are right', async () => {
  const page = `<link rel="canonical" href="https://a.example/"><script src="/a.js"></script>
    <a href="https://a.example">a</a><img src="data:image/png;base64,AA">`
  expect(await findingsOf({ page, css: 'p { background: url(/a.png) }' })).toEqual([])
})

test.each([
  [{ page: '<script>alert(1)</script>' }, 'Site, index.html : script dans la page'],
  [{ page: '<p onclick="go()">a</p>' }, 'Site, index.html : attribut onclick'],
  [{ page: '<img src="https://a.example/a.png">' }, 'Site, index.html : va chercher https://a.example/a.png'],
  [{ page: '<a href="javascript:go()">a</a>' }, 'Site, index.html : adresse javascript:go()'],
  [{ css: '@import "https://a.example/a.css";' }, 'Site, a.css : va chercher https://a.example/a.css'],
  [{ chapter: '<html><script src="a.js"/></html>' }, 'Livre numérique, OEBPS/a.xhtml : script dans la page'],
  [{ actions: ['OpenAction'] }, 'PDF : Action automatique : OpenAction.'],
])('%j is wrong', async (planted, message) => {
  expect(await findingsOf(planted)).toEqual([message])
})
