// Node 20 reads no TypeScript, and a command of some hundred modules spends more time on loading them than on a check: the
// press is compiled into a few files when its source has changed, and started from those.
import { compiled } from './compiled.js'

await import(await compiled('scripts/kit.ts'))
