import { readdirSync, readFileSync } from 'node:fs'
import { choose } from '../build/paper/page/compose/choose.ts'

const ms = readdirSync('/tmp/wt/pr/matter')
  .filter(f => f.startsWith('kit-'))
  .map(f => JSON.parse(readFileSync('/tmp/wt/pr/matter/' + f, 'utf8')))
for (let i = 0; i < 4; i++) {
  const t = process.cpuUsage()
  for (const m of ms) choose(m)
  const u = process.cpuUsage(t)
  console.log(Math.round((u.user + u.system) / 1000))
}
