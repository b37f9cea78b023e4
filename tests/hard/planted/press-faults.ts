/** A fault of the press, and what the release must say of it. */
export type PressFault = {
  what: string
  path: string
  change: (text: string) => string
  control: string
  says: RegExp
}

/** What comparing words does not see. */
export const wordless: readonly PressFault[] = [
  {
    what: 'bars of charts that are too short',
    path: 'src/markdown/charts/barres.ts',
    change: text => text.replace('= Math.abs(end - zero)', '= 0.7 * Math.abs(end - zero)'),
    control: 'dessins',
    says: /La barre de 60 est trop courte \(70 % de sa longueur\)/,
  },
  {
    what: 'months that are the month before',
    path: 'src/french.ts',
    change: text => text.replace("timeZone: 'UTC'", "timeZone: 'America/New_York'"),
    control: 'tetes-site',
    says: /Le pied de page ne dit pas « mai 2030 »/,
  },
  {
    what: 'apostrophes that stay straight',
    path: 'src/markdown/typography/index.ts',
    change: text => text.replace("'’'),", `"'"),`),
    control: 'typographie',
    says: /planter-un-arbre\/index\.html : « aujourd'hui » : l’apostrophe est droite/,
  },
  {
    what: 'figures without their unit',
    path: 'src/markdown/blocks/chiffres.ts',
    change: text => text.replace('cadre.inline(unite)', "''"),
    control: 'mots-pdf',
    says: /Majuscules ou signes .* perdus ou changés : « 12 % de la place/,
  },
  {
    what: 'capitals in the index of places',
    path: 'layouts/print/territoires.njk',
    change: text => text.replace('exemple.lieu | typo', 'exemple.lieu | upper | typo'),
    control: 'index',
    says: /Index des territoires, dans le PDF : Manque : « Ville d['’]Essai Un tilleul/,
  },
  {
    what: 'running heads with the short title',
    path: 'build/pdf/print/frame.ts',
    change: text => text.replace('? item.fiche.titre\n', '? item.fiche.titre_court\n'),
    control: 'cadres-pdf',
    says: /PDF, page 4 : Il manque en tête, le titre courant, « Planter un arbre au bon endroit »/,
  },
  {
    what: 'thumb tabs with the next number',
    path: 'build/pdf/print/frame.ts',
    change: text => text.replace('item.fiche.numero, tabs', 'item.fiche.numero + 4, tabs'),
    control: 'cadres-pdf',
    says: /L’onglet ou le titre courant ne porte pas le numéro 1/,
  },
  {
    what: 'acronyms before places',
    path: 'src/indexes/item.ts',
    change: text =>
      text.replace(
        /(\{ kind: 'territoires', id: 'territoires' \},\s*)(\{ kind: 'sigles', id: 'sigles' \},\s*)/,
        '$2$1',
      ),
    control: 'cadres-pdf',
    says: /« Sigles » n’est pas à sa place dans le livre/,
  },
  {
    what: 'reading times of half the speed',
    path: 'src/indexes/lecture.ts',
    change: text => text.replace('= 220', '= 22'),
    control: 'reperes-site',
    says: /\(temps de lecture\) : \d+ min au lieu de 1 environ/,
  },
]

/** What the file of the printer declares and nobody sees on it. */
export const declared: readonly PressFault[] = [
  {
    what: 'a registered printing condition that has no name',
    path: 'build/pdf/press/describe.ts',
    change: text => text.replace("profile.condition ?? 'Custom'", "'Custom'"),
    control: 'prepresse',
    says: /Condition d’impression : .* « Custom » n’est pas un nom du registre/,
  },
  {
    what: 'trapping that nobody did',
    path: 'build/pdf/press/describe.ts',
    change: text =>
      text
        .replace("{ Trapped: 'False' }", "{ Trapped: 'True' }")
        .replace("property('pdf:Trapped', 'False')", "property('pdf:Trapped', 'True')"),
    control: 'prepresse',
    says: /Métadonnées : .* Trapped doit être False/,
  },
  {
    what: 'small letters in a screen of black',
    path: 'build/pdf/press/convert/conversion.ts',
    change: text => text.replace("GREY.test(operands) ? '0 0 0 1' : operands", 'operands'),
    control: 'prepresse',
    says: /Petit texte en noir plein : .* pt en noir à 75 %/,
  },
]

/** Faults of what makes the lists of every edition: the editions agree, and only the folder contradicts them. */
export const listed: readonly PressFault[] = [
  {
    what: 'titles that the reader of files sets in capitals',
    path: 'src/content/build-kit.ts',
    change: text =>
      text.replace(
        '?? value.titre, file, corps',
        '?? value.titre, titre: value.titre.toUpperCase(), file, corps',
      ),
    control: 'kit-lu',
    says: /reperes\/01-planter-un-arbre\.md, titre : La presse a lu « PLANTER/,
  },
  {
    what: 'capitals of places in every index',
    path: 'src/indexes/territoires.ts',
    change: text =>
      text.replace('titre, lieu, ancre, levier }\n', 'titre, lieu: lieu.toUpperCase(), ancre, levier }\n'),
    control: 'index',
    says: /Index des territoires, dans le livre numérique : Manque : « Ville d['’]Essai Un tilleul/,
  },
  {
    what: 'the code of another département',
    path: 'src/markdown/blocks/exemple.ts',
    change: text => text.replace('return words.filter(word => departements.has(word))', "return ['38']"),
    control: 'index',
    says: /Index des territoires, dans le PDF : Manque : « 69 Rhône »/,
  },
  {
    what: 'no acronym at all',
    path: 'src/indexes/sigles.ts',
    change: text => text.replace('return [...users]', 'return [...users].slice(users.size)'),
    control: 'index',
    says: /Sigles, dans le PDF : Manque : « ABC Atelier bien commode »/,
  },
  {
    what: 'the families of the sommaire backwards',
    path: 'src/indexes/sommaire.ts',
    change: text => text.replace('kit.familles\n', 'kit.familles\n    .toReversed()\n'),
    control: 'index',
    says: /Sommaire, dans le PDF : « .+ » n’est pas à sa place/,
  },
  {
    what: 'a text of the folder that the kit leaves out',
    path: 'src/content/build-kit.ts',
    change: text =>
      text.replace("page.partie === 'annexes')", "page.partie === 'annexes' && page.gabarit !== 'colophon')"),
    control: 'index',
    says: /annexes\/90-colophon\.md : Aucune édition ne compte ce texte/,
  },
]

/** Faults of what readers get who choose some fiches. */
export const chosen: readonly PressFault[] = [
  {
    what: 'a sommaire whose families stand on each other',
    path: 'build/pdf/excerpt/cut/pieces.ts',
    change: text => text.replace('    depth += BETWEEN_FAMILIES', '    depth -= BETWEEN_FAMILIES'),
    control: 'extraits',
    says: /« .+ » et « Pratiques » sont l’un sur l’autre/,
  },
  {
    what: 'blank pages for who prints on one side',
    path: 'build/pdf/excerpt/cut/index.ts',
    change: text =>
      text.replace(
        'choice.duplex ? withBlanks(file, dense) : dense',
        'choice.duplex ? dense : withBlanks(file, dense)',
      ),
    control: 'extraits',
    says: /\(1\), PDF : 1\spage de trop[\s\S]*\(1\), PDF en recto verso : \d+\spages? de l’autre côté de la feuille/,
  },
  {
    what: 'a title that counts every fiche',
    path: 'src/excerpt/list.ts',
    change: text =>
      text.replace('countOf(chosen.length, fiches.length)}`\n', 'countOf(fiches.length, fiches.length)}`\n'),
    control: 'extraits',
    says: /\(1, 3\), livre numérique : Son titre est « Petit carnet.+les 3 fiches » : .+ puis dire 2/,
  },
  {
    what: 'one identifier for choices of as many',
    path: 'build/epub/excerpt/index.ts',
    change: text => text.replace("chosen.map(({ number }) => number).join(' ')}`)", 'chosen.length}`)'),
    control: 'extraits',
    says: /\(3\), livre numérique : Il a le même identifiant que le livre des fiches 1/,
  },
  {
    what: 'all acronyms in every choice',
    path: 'build/epub/excerpt/acronyms.ts',
    change: text =>
      text.replace(
        "isChosen(attributeOf(element, 'href') ?? '')",
        "attributeOf(element, 'href') !== undefined",
      ),
    control: 'extraits',
    says: /\(3\), livre numérique : Il a des sigles que ses fiches n’ont pas : ABC/,
  },
  {
    what: 'fiches without an example in the département',
    path: 'layouts/web/pages/composer.njk',
    change: text =>
      text.replace('e.fiche.slug == fiche.slug and d.nom', 'e.fiche.famille == fiche.famille and d.nom'),
    control: 'usage-site',
    says: /« Rhône » ne choisit pas ses fiches : il y a de trop « 3 »/,
  },
  {
    what: 'a shared address without its sides',
    path: 'layouts/web/scripts/compose/address.ts',
    change: text => text.replace("choice.has('recto-verso')", "choice.get('recto-verso') === '1'"),
    control: 'usage-site',
    says: /« Recto verso » choisi, l’adresse « #fiches=1&recto-verso » ne le garde pas/,
  },
  {
    what: 'an e-book that is saved as a PDF',
    path: 'layouts/web/scripts/compose/submit.ts',
    change: text => text.replace('link.download = name', "link.download = name.replace('.epub', '.pdf')"),
    control: 'usage-site',
    says: /Ce qui est composé en epub s’enregistre comme « .+\.pdf »/,
  },
]
