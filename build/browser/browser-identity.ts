import { statSync } from 'node:fs'
import { arch, platform } from 'node:os'

/** Lists the usual paths of Chrome and Chromium, by platform. */
export const installed: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** Does npm bring a browser for this machine? */
export const isShipped = (): boolean => platform() === 'linux' && arch() === 'x64'

/** Identifies the browser without starting it: by its file, or npm's by the versions of the press's libraries. */
export function browserIdentity(preferred?: string): string {
  if (!preferred && isShipped()) return 'npm'
  for (const path of preferred ? [preferred] : (installed[platform()] ?? [])) {
    // None: whoever starts it tells what to do.
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats) return [path, stats.size, stats.mtimeMs].join(' ')
  }
  return ''
}
