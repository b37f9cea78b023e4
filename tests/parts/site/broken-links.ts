/** Every link and file of the pages that leads nowhere inside the site, as `page → address`.
 *  @param base base path of the site, with both slashes */
export function brokenLinks(pages: Map<string, string>, files: string[], base: string): string[] {
  const paths = new Set(files)
  const idsOf = new Map([...pages].map(([page, html]) => [page, ids(html)]))
  return [...pages].flatMap(([page, html]) =>
    [...html.matchAll(/\b(?:href|src)="([^"]*)"/g)]
      .map(([, address = '']) => address.replaceAll('&amp;', '&'))
      .filter(address => !/^(https?:|mailto:|tel:)/.test(address))
      .filter(address => !leads(address, page))
      .map(address => `${page} → ${address}`),
  )

  function leads(address: string, from: string): boolean {
    const [path = '', anchor] = address.split('#')
    if (path !== '' && !path.startsWith(base)) return false
    const inside = decodeURIComponent(path.slice(base.length))
    const target = path === '' ? from : inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside
    if (!paths.has(target)) return false
    // `#page=7` of a PDF is its reader's business.
    const anchors = idsOf.get(target)
    return anchor === undefined || !anchors || anchors.has(decodeURIComponent(anchor))
  }
}

const ids = (html: string) => new Set([...html.matchAll(/\bid="([^"]*)"/g)].map(([, id = '']) => id))
