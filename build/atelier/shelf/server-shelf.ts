import { messageOf, withCapital } from '../../../src/problems/index.ts'
import type { FileHash, Shelf, WriteResult } from './shelf.ts'

/** Asks the local server: the token stands in a header, which no other site can send. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>

/** @param base where the server is, `''` in its own page. @throws Error in the server's words when it refuses */
export const askServer =
  (token: string, base = ''): Ask =>
  async (path, init = {}) => {
    const response = await fetch(`${base}${path}`, {
      ...init,
      headers: { ...init.headers, 'X-Atelier-Jeton': token },
    }).catch((cause: unknown) => {
      throw new Error(
        'l’atelier ne répond plus sur cet ordinateur. Le relancer, puis fermer cet onglet : le texte écrit ici sera dans le nouveau.',
        {
          cause,
        },
      )
    })
    if (!response.ok && response.status !== 409) throw new Error(await response.text())
    return response
  }

export function serverShelf(name: string, ask: Ask): Shelf {
  const address = (path: string) => `/api/fichier?chemin=${encodeURIComponent(path)}`
  return {
    name,
    list: async () => (await (await ask('/api/fichiers')).json()) as FileHash[],
    read: async path => new Uint8Array(await (await ask(address(path))).arrayBuffer()),
    async write(path, bytes, expected) {
      const response = await ask(`${address(path)}&attendu=${expected ?? ''}`, {
        method: bytes === null ? 'DELETE' : 'PUT',
        ...(bytes && {
          body: bytes as Uint8Array<ArrayBuffer>,
          headers: { 'Content-Type': 'application/octet-stream' },
        }),
      })
      return (await response.json()) as WriteResult
    },
    watch(onChange, onFault = () => {}) {
      const end = new AbortController()
      let isLost = false
      const followOnce = async () => {
        const { body } = await ask('/api/suivi', { signal: end.signal })
        const reader = body?.getReader()
        for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
          if (isLost) onFault(null)
          isLost = false
          onChange()
        }
      }
      const follow = async () => {
        while (!end.signal.aborted) {
          // A server that was stopped may be started again: its page waits.
          await followOnce().catch(error => {
            if (!isLost && !end.signal.aborted) onFault(withCapital(messageOf(error)))
            isLost = true
          })
          await new Promise(done => setTimeout(done, AGAIN_MS))
        }
      }
      void follow()
      return () => end.abort()
    },
  }
}

const AGAIN_MS = 1000
