export const usage = `Usage : kit new fiche "Titre" --famille F [--fiches DIR]
        kit new kit DIR [options]

kit new fiche : le numéro suivant, le nom du fichier, l'en-tête et le plan d'une fiche.
  --famille F          « id » de la famille, dans kit.yaml
  --fiches DIR         dossier des fiches (fiches)

kit new kit : un kit qui se fabrique aussitôt. Ce qui manque est demandé.
  --titre TITRE        par exemple « Départements & ESS 2027 »
  --sous-titre TEXTE
  --editeur NOM        qui publie le kit
  --sigle SIGLE
  --licence NOM        licence des textes, par exemple « CC BY-NC-SA »
  --mois AAAA-MM       mois de l'édition (le mois en cours)
  --famille TEXTE      de deux à quatre fois : « Singulier/Pluriel/#couleur » ; le pluriel et la couleur
                       peuvent manquer`
