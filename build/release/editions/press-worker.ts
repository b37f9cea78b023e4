// The thread that makes the printer's PDF and measures it, while the same sheets are tagged for the screen.
import { serve } from '../../thread.ts'
import { type MadePress, makePress, type PressOrder } from './make-press.ts'

serve<PressOrder, never, MadePress>((order, { signal }) => makePress(order, signal))
