import { readFileSync } from 'node:fs'
import { choose } from '../build/paper/page/compose/choose.ts'

const m = JSON.parse(readFileSync(`/tmp/wt/pr/matter/${process.argv[2]}.json`, 'utf8'))
const h = (f: any) => (f ? Math.round(f.height) : '-')
for (const [i, it] of m.items.entries())
  console.log(
    i,
    it.kind === 'bande'
      ? `${it.role} ${Math.round(it.height)} ${it.inTwo ?? ''}`
      : `rang${it.lever ? ' lever' : ''}${it.chapo ? ' chapo' : ''}${it.lone ? ' lone' : ''} text ${h(it.texte?.text)} half ${h(it.texte?.half)} page ${h(it.texte?.page)} boxes ${it.boxes.map((b: any) => `m${h(b.margin)} h${h(b.half)} t${h(b.text)} p${h(b.page)}`).join(' | ')}`,
    m.openings[i].slice(0, 40),
  )
const plan: any = choose(m)
for (const [i, p] of plan.pages.entries())
  console.log(
    'PAGE',
    i,
    p
      .map(
        (x: any) =>
          `${x.item}${x.part === 'bande' ? '' : x.part === 'texte' ? 't' : 'b' + x.part.box}@${Math.round(x.left)}:${Math.round(x.top)}-${Math.round(x.foot)}${x.halves ? '/' + x.halves : ''}`,
      )
      .join('  '),
  )
console.log(plan.notes, plan.cost)
