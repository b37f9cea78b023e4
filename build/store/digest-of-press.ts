import { hashTree, sha256 } from '../disk/files.ts'

/** The press's own code, and the exact versions of its libraries. */
const SOURCES = ['src', 'build', 'eleventy.config.ts', 'styles/page.json', 'package-lock.json']

/** What runs the press: libraries written for the machine, and Node's own packing of values, differ from one to another. */
export type Runtime = { version: string; platform: string; arch: string }

/** The digest that each key of the cache begins with: what one press has made is nothing to another.
 *  @param home folder of the press. @param runtime this process's own */
export const digestOfPress = (home: string, { version, platform, arch }: Runtime = process): string =>
  sha256([hashTree(home, SOURCES), version, platform, arch].join('\0'))
