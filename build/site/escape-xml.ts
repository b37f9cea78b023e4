const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for an element or an attribute of XML. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, character => entities[character] ?? character)
