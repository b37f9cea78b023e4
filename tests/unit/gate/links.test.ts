import { expect, test } from 'vitest'
import type { Subject } from '../../../build/gate/check.ts'
import { linksSite } from '../../../build/gate/checks/links.ts'
import { parseHtml } from '../../../build/gate/read/html.ts'
import { gathered } from '../../../src/problems/finding.ts'
import { readCarnet } from './carnet.ts'

/** Findings of a page whose only link is this one, in a site below /kit/. */
async function findingsOf(address: string) {
  const { kit } = await readCarnet()
  const path = 'fiches/a/index.html'
  const root = parseHtml(`<p id="ici"><a href="${address}">Un lien</a></p>`)
  const site = {
    base: '/kit/',
    files: new Set([path, 'index.html', 'pdf/kit.pdf']),
    pages: new Map([[path, { path, root }]]),
  }
  const pdf = { pages: [{}, {}] }
  const subject = { kit: { ...kit, fiches: [], pages: [] }, site: async () => site, pdf: async () => pdf }
  const { findings = [] } = await gathered(linksSite.run(subject as unknown as Subject))
  return findings.map(({ place, message }) => `${place} : ${message}`)
}

test.each(['/kit/', '#ici', '../../', '/kit/fiches/a/#ici', '/kit/pdf/kit.pdf#page=2'])(
  '%s leads somewhere',
  async address => {
    expect(await findingsOf(address)).toEqual([])
  },
)

test.each(['/', '/fiches/a/', '../../../', '#absente', '/kit/b/', '/kit/pdf/kit.pdf#page=3'])(
  '%s leads nowhere: it is outside the site, or not in it',
  async address => {
    expect(await findingsOf(address)).toEqual([
      `Site, fiches/a/index.html : Le lien ${address} ne mène nulle part.`,
    ])
  },
)
