import { readFileSync } from 'node:fs'
import { choose } from '../build/paper/page/compose/choose.ts'
import { pagesThatFollow } from '../build/paper/page/page-part.ts'
import { columns } from '../src/text/index.ts'

const dir = '/tmp/wt/pr/matter/'
const verbose = process.argv.includes('-v')
const only = process.argv.slice(2).find(a => !a.startsWith('-'))
const t0 = performance.now()
const worst: string[] = []
for (const kit of ['kit', 'without', 'an', 'long', 'manuscript']) {
  let first = 4,
    anew = 0
  const all: { fill: number; last: boolean }[] = []
  const order: string[] = JSON.parse(
    readFileSync(`/tmp/wt/pr/o-${kit}/pdf/extrait-liste.json`, 'utf8'),
  ).fiches.map((x: any) => `${kit}-${x.id}.json`)
  for (const f of order) {
    const m = JSON.parse(readFileSync(dir + f, 'utf8'))
    if (!m.ruled || /^.*-(annexes)/.test(f)) continue
    let plan = choose(m)
    if (!('pages' in plan)) {
      worst.push(f + ' NO PLAN')
      continue
    }
    if (pagesThatFollow(plan).some(i => (first + i) % 2 === 0)) {
      plan = choose(m, first % 2 === 0 ? 0 : 1)
      anew++
    }
    if (!('pages' in plan)) {
      worst.push(f + ' NO PLAN')
      continue
    }
    first += plan.pages.length
    const fills = plan.pages.map((pl, i) => {
      const last = i === plan.pages.length - 1
      const strip = (from: number, to: number, right: boolean) => {
        const st: [number, number][] = []
        for (const p of pl) {
          const it = m.items[p.item]
          if (!(p.left < to && p.left + columns[p.width] > from)) continue
          if (
            it.kind === 'bande' &&
            it.role === 'titre' &&
            p.part === 'bande' &&
            right &&
            p.width !== 'half'
          ) {
            st.push([p.top, p.top + 1])
            continue
          }
          if (it.kind === 'bande' && it.role === 'ressources' && right) {
            st.push([p.top + 22, p.foot - 2])
            continue
          }
          if (it.kind === 'bande' && it.role === 'ressources') {
            st.push([p.top + 6, p.foot - 2])
            continue
          }
          st.push([p.top, p.foot])
        }
        if (last && plan.notes) st.push([plan.notes.top, plan.notes.foot - 3])
        st.sort((a, b) => a[0] - b[0])
        let ink = 0,
          y = 0
        for (const [a, b] of st) {
          if (b <= y) continue
          ink += b - (a - y <= 10.5 ? y : a)
          y = b
        }
        return ink / 249
      }
      const fill = (strip(0, 85, false) * 102 + strip(110, 170, true) * 60) / 162
      return { fill, last }
    })
    if (verbose && (!only || f.includes(only)))
      console.log(f, fills.map(x => Math.round(x.fill * 100)).join(' '))
    all.push(...fills)
  }
  const s = all.map(x => x.fill).sort((a, b) => a - b)
  const nl = all
    .filter(x => !x.last)
    .map(x => x.fill)
    .sort((a, b) => a - b)
  const pc = (x: number) => Math.round(x * 100)
  console.log(
    kit.padEnd(11),
    `${all.length} pages  median ${pc(s[s.length >> 1]!)}  mean ${pc(s.reduce((a, b) => a + b, 0) / s.length)}  weakest ${nl.slice(0, 6).map(pc).join(' ')}  anew ${anew}  last ${pc(Math.min(...all.filter(x => x.last).map(x => x.fill)))}`,
  )
}
console.log(worst.join('\n'), Math.round(performance.now() - t0), 'ms')
