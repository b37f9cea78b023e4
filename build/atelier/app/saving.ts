import { messageOf } from '../../../src/problems/index.ts'
import { zipOf } from '../shelf/zip-shelf.ts'
import { type Desk, READ_ONLY } from './desk.ts'
import { button, handOut, type Say } from './dom.ts'

/** Creates what saves a kit, or hands it out where nothing else can, and tells what becomes of what is written. */
export function createSaving(desk: Desk, { say, clear }: { say: Say; clear(about: string): void }) {
  const element = button(desk.isFleeting ? 'Télécharger le kit' : 'Enregistrer', () => void save(), {
    class: 'principal',
  })

  async function save(): Promise<void> {
    if (desk.isFleeting) return handOutKit()
    for (const about of ['enregistrement', 'echec']) clear(about)
    try {
      await desk.save()
      follow()
      const [conflicts, unsaved] = [desk.conflicts(), desk.unsaved()]
      if (conflicts.length > 0)
        say(`Changé ailleurs, à trancher d’abord : ${conflicts.join(', ')}.`, undefined, 'conflit')
      if (unsaved.length === 0) say(`Enregistré dans « ${desk.name} ».`, undefined, 'enregistrement')
    } catch (error) {
      follow()
      say(`Rien n’est perdu, mais rien n’est enregistré : ${messageOf(error)}`, undefined, 'echec')
    }
  }

  async function handOutKit(): Promise<void> {
    handOut(`${desk.name.replace(/\.\w+$/, '')}.zip`, zipOf(await desk.give()), 'application/zip')
    follow()
    if (desk.isFleeting)
      say(
        'Le kit est dans le dossier des téléchargements : c’est ce fichier qu’il faudra rouvrir. Le site, les PDF et le livre se fabriquent là où la presse est installée : l’y envoyer.',
        undefined,
        'enregistrement',
      )
  }

  /** Tells how much is to be saved, and takes away the notices that are true no more. */
  function follow(): void {
    const { length } = desk.unsaved()
    clear(length > 0 ? 'enregistrement' : 'brouillons')
    if (desk.conflicts().length === 0) clear('conflit')
    if (desk.isFleeting) return
    element.textContent = length > 0 ? `Enregistrer (${length})` : 'Enregistré'
    element.disabled = length === 0
  }

  function tellDrafts(): void {
    if (desk.unsaved().length > 0)
      say(`Retrouvé, non enregistré : ${desk.unsaved().join(', ')}.`, undefined, 'brouillons')
  }

  desk.listen(event => {
    if (event.kind === 'conflict')
      say(`${event.path} a changé ailleurs : les deux textes sont gardés.`, undefined, 'conflit')
    if (event.kind === 'merged')
      say(`${event.path} a aussi changé ailleurs : les deux textes sont réunis.`, undefined, 'ailleurs')
    if (event.kind === 'fault') say(event.text, undefined, 'echec')
    if (event.kind === 'writable') {
      clear('onglet')
      tellDrafts()
    }
  })
  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault()
      void save()
    }
  })
  if (desk.isFleeting)
    window.addEventListener('beforeunload', event => {
      if (desk.unsaved().length > 0) event.preventDefault()
    })
  if (!desk.isWritable()) say(READ_ONLY, undefined, 'onglet')
  tellDrafts()
  return { element, follow, handOutKit }
}
