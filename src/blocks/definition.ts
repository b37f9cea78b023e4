import { encart } from './encart.ts'

export const definition = encart({
  name: 'definition',
  label: 'Définition',
  help: 'Le titre est le terme ; le texte l’explique.',
  icon: 'book-open',
  template: '::: definition SCIC',
  form: {
    title: 'Une définition',
    heading: { label: 'Terme', example: 'SCIC' },
    text: 'Ce qu’il veut dire',
  },
})
