/** Name of a pictogram → what it stands for, in French: those that a text on public action needs. Any other one of lucide may be written. */
export const pictos: Readonly<Record<string, string>> = Object.fromEntries(
  `baby petite enfance, bébé, crèche|banknote argent, billet, paiement|bed hébergement, lit, hôtel|bike vélo, mobilité douce
book-open livre, lecture, définition|briefcase travail, emploi, mallette|building bâtiment, immeuble|bus bus, transport en commun
calendar-clock calendrier, délai, rendez-vous|calendar-days calendrier, dates|car voiture, covoiturage|caravan caravane, habitat léger
castle patrimoine, château|chart-column chiffres, statistiques, graphique|circle-help question, aide|clipboard-list liste, plan, diagnostic
clock temps, horaires, durée|coins argent, financement, monnaie|compass boussole, orientation, cap|drama théâtre, culture, spectacle
droplets eau, pluie|euro euro, prix, budget|factory usine, industrie|file-text document, texte, dossier|flag drapeau, objectif
flower fleur, jardin|gavel justice, marteau, règle|gift cadeau, don|globe monde, site internet|graduation-cap formation, études, diplôme
hammer marteau, chantier, travaux|hand-coins soutien, subvention, aide|hand-heart bénévolat, solidarité, don|handshake accord, partenariat, coopération
heart cœur, solidarité|heart-pulse santé, soin|house maison, logement, habitat|key-round clé, accès, location|landmark mairie, institution, banque
laptop ordinateur, numérique|leaf feuille, nature, écologie|library bibliothèque, livres|lightbulb idée, ampoule, conseil
link lien, chaîne|lock cadenas, sécurité|mail courrier, lettre, courriel|map carte, territoire|map-pin lieu, repère, adresse
megaphone communication, mégaphone, annonce|message-circle parole, discussion|mic micro, parole, radio|monitor écran, ordinateur, numérique
music musique, concert|network réseau, liens|newspaper journal, presse|package colis, circuit, livraison|palette peinture, art
pen-line écrire, stylo, signature|phone téléphone, appel|piggy-bank épargne, tirelire|puzzle pièce, complémentarité|recycle recyclage, déchets, réemploi
rocket lancement, fusée, démarrage|route chemin, parcours, itinéraire|salad alimentation, légumes|scale balance, droit, justice|school école, éducation
scissors ciseaux, couture|search loupe, chercher, repérer|shield protection, bouclier|shopping-basket panier, courses, commerce|shopping-cart achat, chariot
snowflake froid, neige|sparkles nouveauté, étincelles|sprout pousse, jeune projet, démarrage|star étoile, label|store boutique, commerce, magasin
sun soleil, énergie, solaire|target cible, objectif|tent tente, camping|thermometer température, chaleur|ticket billet, entrée
tractor tracteur, agriculture|train-front train, gare|tree-deciduous arbre, forêt|trophy coupe, sport, prix|truck camion, livraison
user personne, habitant|users personnes, groupe, habitants|utensils couverts, restaurant, cantine|vote vote, élection, urne|warehouse entrepôt, friche
waypoints étapes, réseau, maillage|wheat blé, agriculture|wind vent, éolien|wrench outil, réparation, clé|zap énergie, électricité, éclair`
    .split(/[|\n]/)
    .map(row => [row.slice(0, row.indexOf(' ')), row.slice(row.indexOf(' ') + 1)] as const),
)
