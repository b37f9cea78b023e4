import type { Metadata } from '../bind/metadata.ts'

/** The XMP packet of a PDF/X-4 file; it agrees with the Info dictionary.
 *  @param id sixteen bytes in hexadecimal
 *  @see ISO 15930-7 §6.5, ISO 16684-1 */
export function xmpPacket(
  { title, author, subject, keywords, creator, language, date }: Metadata,
  { producer, id }: { producer: string; id: string },
): string {
  const day = date.toISOString().replace(/\.\d+Z$/, 'Z')
  const uuid = `uuid:${id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`
  const alternative = (name: string, text: string) =>
    `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li><rdf:li xml:lang="${language}">${xml(text)}</rdf:li></rdf:Alt></${name}>`
  const list = (name: string, kind: 'Seq' | 'Bag', entries: string[]) =>
    `<${name}><rdf:${kind}>${entries.map(entry => `<rdf:li>${xml(entry)}</rdf:li>`).join('')}</rdf:${kind}></${name}>`
  const properties = [
    '<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>',
    '<dc:format>application/pdf</dc:format>',
    alternative('dc:title', title),
    list('dc:creator', 'Seq', [author]),
    subject === null ? '' : alternative('dc:description', subject),
    keywords.length > 0 ? list('dc:subject', 'Bag', keywords) : '',
    keywords.length > 0 ? `<pdf:Keywords>${xml(keywords.join(', '))}</pdf:Keywords>` : '',
    `<pdf:Producer>${xml(producer)}</pdf:Producer>`,
    '<pdf:Trapped>False</pdf:Trapped>',
    `<xmp:CreatorTool>${xml(creator)}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${day}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${day}</xmp:ModifyDate>`,
    `<xmp:MetadataDate>${day}</xmp:MetadataDate>`,
    `<xmpMM:DocumentID>${uuid}</xmpMM:DocumentID>`,
    `<xmpMM:InstanceID>${uuid}</xmpMM:InstanceID>`,
    '<xmpMM:VersionID>1</xmpMM:VersionID>',
    '<xmpMM:RenditionClass>default</xmpMM:RenditionClass>',
  ]
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
${properties.filter(Boolean).join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const xml = (text: string) => text.replace(/[&<>"]/g, sign => entities[sign] ?? sign)
