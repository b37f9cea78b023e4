import { bundleTools } from '../bundle-tools.js'

let script: Promise<string> | undefined

/** The script of the tools of a tab (`tab.ts`), bundled once. The compiled press holds it. */
export const readTools = (): Promise<string> => (script ??= bundleTools())
