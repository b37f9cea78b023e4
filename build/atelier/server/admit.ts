import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Why a request is refused; null: it comes from the page that this server opened, or only asks for the app itself, which
 *  says nothing of a kit.
 *  - Host: a site whose name is made to lead here (DNS rebinding) still sends its own.
 *  - Origin and Sec-Fetch-Site: what another site sends.
 *  - The token: another program of this machine, another user's page.
 *  @param given `path`: what the server answers by, however the address was written (`//x/api/kit`) */
export function refusal(
  request: IncomingMessage,
  { path, port, token }: { path: string; port: number; token: string },
): { status: number; text: string } | null {
  const { headers } = request
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!hosts.includes(headers.host ?? ''))
    return { status: 421, text: 'Ce serveur ne répond qu’à sa propre adresse.' }
  const origins = hosts.map(host => `http://${host}`)
  const site = headers['sec-fetch-site']
  if (headers.origin !== undefined && !origins.includes(headers.origin))
    return { status: 403, text: 'Une autre page n’a rien à demander à ce serveur.' }
  if (!path.startsWith('/api/')) return null
  if (site !== undefined && site !== 'same-origin')
    return { status: 403, text: 'Une autre page n’a rien à demander à ce serveur.' }
  if (!isSame(String(headers['x-atelier-jeton'] ?? ''), token))
    return { status: 401, text: 'Rouvrir l’atelier par l’adresse que la commande affiche.' }
  return null
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
