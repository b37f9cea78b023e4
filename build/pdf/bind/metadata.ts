import type { Kit } from '../../../src/kit.ts'

/** What a PDF says of itself. */
export type Metadata = {
  title: string
  author: string
  subject: string | null
  keywords: string[]
  creator: string
  language: string
  /** The edition's date, never the clock's. */
  date: Date
}

/** The kit's metadata. Keywords are those of the fiches, each once, in order. */
export function metadataOf(kit: Kit, date: string): Metadata {
  const keywords = kit.fiches.flatMap(fiche => (fiche.statut === 'a-paraitre' ? [] : fiche.mots_cles))
  return {
    title: kit.titre,
    author: kit.editeur.nom,
    subject: kit.sous_titre,
    keywords: [...new Set(keywords)],
    creator: 'kit-press',
    language: 'fr-FR',
    date: new Date(date),
  }
}

/** The XMP packet of an accessible PDF; it agrees with the Info dictionary.
 *  @see ISO 14289-1 §5 (pdfuaid), ISO 16684-1 (XMP) */
export function xmpPacket(
  { title, author, subject, keywords, creator, language, date }: Metadata,
  producer: string,
): string {
  const alternative = (name: string, text: string) =>
    `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li><rdf:li xml:lang="${language}">${xml(text)}</rdf:li></rdf:Alt></${name}>`
  const list = (name: string, kind: 'Seq' | 'Bag', items: string[]) =>
    `<${name}><rdf:${kind}>${items.map(item => `<rdf:li>${xml(item)}</rdf:li>`).join('')}</rdf:${kind}></${name}>`
  const day = date.toISOString().replace(/\.\d+Z$/, 'Z')
  const properties = [
    alternative('dc:title', title),
    list('dc:creator', 'Seq', [author]),
    subject ? alternative('dc:description', subject) : '',
    keywords.length > 0 ? list('dc:subject', 'Bag', keywords) : '',
    list('dc:language', 'Bag', [language]),
    '<dc:format>application/pdf</dc:format>',
    keywords.length > 0 ? `<pdf:Keywords>${xml(keywords.join(', '))}</pdf:Keywords>` : '',
    `<pdf:Producer>${xml(producer)}</pdf:Producer>`,
    `<xmp:CreatorTool>${xml(creator)}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${day}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${day}</xmp:ModifyDate>`,
    `<xmp:MetadataDate>${day}</xmp:MetadataDate>`,
    '<pdfuaid:part>1</pdfuaid:part>',
  ]
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${properties.filter(Boolean).join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const xml = (text: string) => text.replace(/[&<>"]/g, sign => entities[sign] ?? sign)
