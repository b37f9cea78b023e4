/** What newsletters, social networks and search engines add to an address to know who followed it. */
const marks =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|mkt_tok|_hs\w+|yclid|xtor|at_\w+|trk)$/i

/** Services that stand between the reader and the page: host → the parameter that holds its address. */
const detours: readonly [host: RegExp, parameter: string][] = [
  [/\.safelinks\.protection\.outlook\.com$/, 'url'],
  [/^(?:www\.)?google\.[a-z.]{2,6}$/, 'url'],
  [/^(?:l|lm)\.facebook\.com$/, 'u'],
  [/^(?:www\.)?linkedin\.com$/, 'url'],
  [/^out\.reddit\.com$/, 'url'],
]

/** Services that hide the address where nobody can read it any more; short addresses among them, which end with their service. */
const opaque =
  /^(?:urldefense(?:\.proofpoint)?\.com|protect\.checkpoint\.com|.*\.list-manage\.com|.*\.sendinblue\.com|.*\.mailchi\.mp|bit\.ly|buff\.ly|cutt\.ly|goo\.gl|is\.gd|lnkd\.in|ow\.ly|shorturl\.at|t\.co|t\.ly|tinyurl\.com|urlr\.me|urlz\.fr)$/

/** What one office or one machine alone opens: shared files, and hosts of no domain (RFC 1918, RFC 6761). */
const inside =
  /^(?:.*\.sharepoint\.com|.*\.local|localhost|127\..*|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+)$/

/** Why an address is none to publish, and the one to write; null: it is sound. */
export function trackedAddress(address: string): { cause: string; propose: string } | null {
  const twice = /^https?:\/\/(?=(https?):?\/\/)/i.exec(address)
  if (twice)
    return {
      cause: 'elle commence deux fois',
      propose: address.slice(twice[0].length).replace(/^https?:?/i, `${twice[1]}:`),
    }
  if (/%C2%A0|%E2%80%AF/i.test(address))
    return {
      cause: 'une espace insécable s’y est glissée',
      propose: address.replace(/%C2%A0|%E2%80%AF/gi, ''),
    }
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const host = url.hostname
  for (const [detour, parameter] of detours) {
    const target = url.searchParams.get(parameter) ?? url.searchParams.get('q')
    if (detour.test(host) && target && /^https?:\/\//.test(target))
      return { cause: `${host} s’interpose`, propose: trackedAddress(target)?.propose ?? target }
  }
  if (opaque.test(host))
    return {
      cause: `${host} s’interpose`,
      propose: 'l’adresse que le navigateur montre une fois la page ouverte',
    }
  if (inside.test(host))
    return { cause: `${host} ne s’ouvre que de l’intérieur`, propose: 'l’adresse où tout le monde peut lire' }
  const added = [...url.searchParams.keys()].filter(name => marks.test(name))
  const selected = url.hash.startsWith('#:~:')
  if (added.length === 0 && !selected) return null
  for (const name of added) url.searchParams.delete(name)
  if (selected) url.hash = ''
  const cause =
    added.length > 0
      ? `« ${added.join(' », « ')} » ${added.length > 1 ? 'ne servent' : 'ne sert'} qu’à suivre les lecteurs`
      : 'elle surligne des mots, qui peuvent changer'
  return { cause, propose: url.href }
}
