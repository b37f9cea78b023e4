import { childOf, type XmlElement } from '../xml/parse-xml.ts'

/** Of a drawing that is written twice: as a program shows it that knows the newest way, else as others do. */
export const alternative = (element: XmlElement): XmlElement =>
  childOf(element, 'mc:Choice') ??
  childOf(element, 'mc:Fallback') ?? { name: '', attributes: {}, children: [] }
