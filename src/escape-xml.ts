const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as XML and HTML write it, in an element or between double quotes. */
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, sign => entities[sign] ?? sign)
