import { fileURLToPath } from 'node:url'

let script: Promise<string> | undefined

/** Bundles the tools of a tab (`tab.ts`), once, into a script that defines `workbench`. @throws the bundler's errors */
export const readTools = (): Promise<string> => (script ??= bundle())

async function bundle(): Promise<string> {
  const { rolldown } = await import('rolldown')
  await using tools = await rolldown({
    input: fileURLToPath(new URL('../tab.ts', import.meta.url)),
    platform: 'browser',
    // Does not read the rooms whose doors it comes by.
    experimental: { lazyBarrel: true },
  })
  const { output } = await tools.generate({ format: 'iife', name: 'workbench' })
  return output[0].code
}
