import { escapeXml } from '../../../src/problems/index.ts'

const namespaces: Readonly<Record<string, string>> = {
  dc: 'http://purl.org/dc/elements/1.1/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfxid: 'http://www.npes.org/pdfx/ns/id/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
}

export const property = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`

/** A property in a language, which is also the default. */
export const alternative = (name: string, text: string, language: string) =>
  listOf(name, 'Alt', [
    ` xml:lang="x-default">${escapeXml(text)}`,
    ` xml:lang="${language}">${escapeXml(text)}`,
  ])

/** A property of several texts, in order or not. */
export const list = (name: string, kind: 'Seq' | 'Bag', texts: readonly string[]) =>
  listOf(
    name,
    kind,
    texts.map(text => `>${escapeXml(text)}`),
  )

const listOf = (name: string, kind: string, entries: readonly string[]) =>
  `<${name}><rdf:${kind}>${entries.map(entry => `<rdf:li${entry}</rdf:li>`).join('')}</rdf:${kind}></${name}>`

/** An XMP packet. @param prefixes of its properties @see ISO 16684-1 */
export const xmpPacket = (
  prefixes: readonly string[],
  properties: readonly string[],
) => `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""${prefixes.map(prefix => ` xmlns:${prefix}="${namespaces[prefix]}"`).join('')}>
${properties.join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
