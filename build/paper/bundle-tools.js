import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

/** Bundles the tools of a tab (`tab.ts`) into a script that defines `workbench`. @throws the bundler's errors */
export async function bundleTools() {
  const tools = await rolldown({
    input: fileURLToPath(new URL('tab.ts', import.meta.url)),
    platform: 'browser',
    // Does not read the rooms whose doors it comes by.
    experimental: { lazyBarrel: true },
  })
  const { output } = await tools.generate({ format: 'iife', name: 'workbench' })
  await tools.close()
  return output[0].code
}
