import { adresseOuNull, groupe, jour, texte, texteOuNull } from './formes.ts'

/** The publisher's statement on the site's accessibility: a part of kit.yaml. */
export const accessibiliteSchema = groupe('Accessibilité du site.', [], {
  audit: {
    description: "L'audit, s'il a eu lieu. Un taux ne s'écrit qu'après un audit daté.",
    type: ['object', 'null'],
    additionalProperties: false,
    required: ['date', 'auditeur', 'resultat'],
    properties: {
      date: { ...jour, description: "Jour de l'audit." },
      auditeur: { ...texte, description: "Qui l'a mené." },
      resultat: { ...texte, description: 'Son résultat, tel que le rapport le donne.' },
      url: { ...adresseOuNull, description: 'Adresse du rapport.' },
      etat: {
        default: 'non',
        type: 'string',
        enum: ['totale', 'partielle', 'non'],
        description:
          'Conformité au RGAA : totale, partielle (la moitié des critères au moins) ou non. Par défaut : non.',
      },
    },
  },
  etat: {
    type: 'string',
    const: 'non',
    label: 'Conformité sans audit',
    description: 'Sans audit, « non », ce qu’une livraison demande : site déclaré non conforme.',
  },
  contact: {
    ...texteOuNull,
    description: 'Où signaler une difficulté. Par défaut : mentions › contact.',
  },
  schema_pluriannuel: { ...adresseOuNull, description: "Adresse du schéma pluriannuel de l'éditeur." },
  plan_actions: { ...adresseOuNull, description: "Adresse du plan d'actions de l'année." },
  actions_realisees: {
    ...adresseOuNull,
    description:
      "Adresse du bilan des actions réalisées l'année précédente, s'il n'est pas dans le plan d'actions.",
  },
  etablie_le: {
    ...jour,
    description: "Jour où la déclaration a été établie. Par défaut : le mois de l'édition.",
  },
  mise_a_jour: { ...jour, description: 'Jour de sa dernière mise à jour, si elle a changé depuis.' },
})
