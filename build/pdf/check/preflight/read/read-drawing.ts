import { identity, type Matrix } from '../../../content/matrix.ts'
import { byOperator, scan } from '../../../content/scan.ts'
import { textOf } from '../../../object/bytes.ts'
import type { Dict } from '../../../object/values.ts'
import type { Drawing, Reader, Reading } from './drawing.ts'
import { colours } from './operators/colours.ts'
import { objects } from './operators/objects.ts'
import { paths } from './operators/paths.ts'
import { text } from './operators/text.ts'
import { createPath } from './path.ts'
import { initialState, type State } from './state.ts'

/** Operators that change nothing measured here. */
const silent = 'J j M d i ri h W W* ET Tc Tw Tz Ts BMC BDC EMC MP DP BX EX d0 d1'

const readers = byOperator<Reader>({ [silent]() {}, ...paths, ...colours, ...text, ...objects })

/** Measures a content stream and all that it shows; what cannot be read is noted.
 *  @param base the matrix at its beginning, to the sheet
 *  @param state the graphics state that a form takes over */
export function readDrawing(
  bytes: Uint8Array,
  resources: Dict | undefined,
  base: Matrix,
  reading: Reading,
  state: State = initialState(base),
): void {
  const drawing: Drawing = {
    bytes,
    resources,
    base,
    reading,
    state: { ...state, ctm: base },
    stack: [],
    path: createPath(),
    line: [...identity],
    spaces: { fill: undefined, stroke: undefined },
  }
  try {
    scan(bytes, operation => {
      const read = readers.get(operation.code)
      if (read) read(drawing, operation)
      else reading.facts.unread.push(`opérateur « ${textOf(bytes, operation.operator, operation.end)} »`)
    })
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    reading.facts.unread.push(error.message)
  }
}
