import { missingWords, wordsOf } from '../words.ts'
import { markdownOf } from './markdown-of.ts'
import { brutLines, type Segment, segmentsOf } from './segments.ts'

/** The segments of a body, each of which reads back from its elements alone, with all its words; the others are kept as
 *  they were written. */
export function faithfulSegments(source: string): Segment[] {
  const lines = source.split('\n')
  return segmentsOf(source).map(segment => {
    const written = markdownOf(segment.elements)
    const before = lines.slice(segment.from, segment.to).join('\n')
    const same = written !== null && missingWords(counted(before), counted(written)).length === 0
    return same ? segment : { ...segment, elements: [brutLines(lines, segment.from, segment.to)] }
  })
}

/** The numbers of a list are counted anew. */
const counted = (text: string) => wordsOf(text.replace(/^\s*\d+[.)]\s/gm, ''))
