import { withBase } from '../addresses.ts'
import type { Kit } from '../kit.ts'

/** The whole address of a path of the site. @param url of the host, with or without the base path at its end */
export function absolute(url: string, path: string, kit: Pick<Kit, 'site'>): string {
  return new URL(withBase(path, kit), url).href
}
