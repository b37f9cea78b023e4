import { addCopyButtons } from './copy-link.ts'
import { followReading } from './follow-reading.ts'

// The site reads whole without this script; it adds two comforts.
addCopyButtons(document)
followReading(document)
