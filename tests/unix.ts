import type { TestContext } from 'vitest'

/** Skips, on Windows, a test of what only Unix gives everybody: links, pipes, devices, any sign in a name.
 *  @param asks whether this case of the test asks for them */
export function onUnix({ skip }: TestContext, asks = true): void {
  skip(asks && process.platform === 'win32', 'links, pipes, devices and such names are of Unix')
}
