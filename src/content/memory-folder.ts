import type { Entry, KitFolder } from './kit-folder.ts'

/** A kit whose files are in memory, by path: a browser's, or a test's. There is no folder without a file in it. */
export function memoryFolder(files: ReadonlyMap<string, Uint8Array>): KitFolder {
  return {
    dir: '',
    list: async folder => {
      const start = folder === '' ? '' : `${folder}/`
      const entries = new Map<string, Entry['kind']>()
      for (const path of files.keys()) {
        if (!path.startsWith(start)) continue
        const [name = '', ...below] = path.slice(start.length).split('/')
        entries.set(name, below.length > 0 ? 'dossier' : 'fichier')
      }
      return entries.size === 0 ? null : [...entries].map(([name, kind]) => ({ name, kind }))
    },
    read: file => files.get(file) ?? 'absent',
  }
}
