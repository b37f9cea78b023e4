#!/usr/bin/env node
// Starts the compiled press. Node 20 reads no TypeScript, and loading a hundred modules takes longer than a check. A package holds the press
// compiled; in the repository it is compiled whenever its source has changed.
import { existsSync } from 'node:fs'
import nodeModule from 'node:module'
import { setFlagsFromString } from 'node:v8'

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

// From Node 22.8 on, the code of functions is kept too, in the folder of temporary files; where it cannot be written, Node does without.
if ('enableCompileCache' in nodeModule && typeof nodeModule.enableCompileCache === 'function')
  nodeModule.enableCompileCache()

const packed = new URL('../compiled/scripts/kit.mjs', import.meta.url)
if (existsSync(packed)) await import(packed.href)
else {
  const { compilePress } = await import('./compile-press.js')
  await import(await compilePress('scripts/kit.ts'))
}
