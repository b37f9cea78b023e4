/** What reading programs do to a book: nothing, or their night. @see Readium CSS, night mode */
export const readingThemes = [
  { id: 'jour', name: 'de jour', css: 'body { margin: 0 16px; }' },
  {
    id: 'nuit',
    name: 'de nuit',
    css: 'body { margin: 0 16px; } :root, body { background: black !important; color: #fefefe !important; } *:not(a) { color: inherit !important; background-color: transparent !important; border-color: currentcolor !important; }',
  },
] as const
