// Node 20 reads no TypeScript, and a command of some hundred modules spends more time on loading them than on a check: the
// press is compiled into a few files when its source has changed, and started from those.
import { compiled } from './compiled.js'

// Eleventy would have every import of the process resolved by a thread of its own, in case a configuration is edited while it
// watches: its commands are not used here. (Its own setting: https://github.com/11ty/eleventy/issues/3371)
process.env.ELEVENTY_SKIP_ESM_RESOLVER ??= '1'

await import(await compiled('scripts/kit.ts'))
