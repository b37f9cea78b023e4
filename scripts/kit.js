// Starts the compiled press. Node 20 reads no TypeScript, and loading a hundred modules takes longer than a check. The press is
// compiled into a few files whenever its source has changed.
import { setFlagsFromString } from 'node:v8'
import { compilePress } from './compile-press.js'

// V8 optimises later, in all threads: a third of a cold build went into functions that ended soon after. Node 22 counts calls, Node 20 what
// they run.
const [major = ''] = process.versions.node.split('.')
setFlagsFromString(
  Number(major) < 22 ? '--interrupt-budget=1000000' : '--invocation-count-for-turbofan=30000',
)
setFlagsFromString('--wasm-tiering-budget=200000000')

// Keeps Eleventy from resolving every import in a thread of its own, for configurations edited during a watch: its commands are
// not used here. (Its own setting: https://github.com/11ty/eleventy/issues/3371)
process.env.ELEVENTY_SKIP_ESM_RESOLVER = '1'

await import(await compilePress('scripts/kit.ts'))
