/** How the schemas are read. */
export const ajvOptions = {
  strict: true,
  allErrors: true,
  verbose: true,
  // Ours are French.
  messages: false,
  allowUnionTypes: true,
  // The schemas are ours, and a test holds them against the standard: no check needs to.
  meta: false,
  validateSchema: false,
} as const

/** What our schemas say beyond the standard. */
export const vocabulary = ['forme', 'label', 'shown']
