import { metaPolicy, paperPolicy } from './policy.ts'

const head = (policy: string, title: string) => `<!DOCTYPE html>
<html lang="fr-FR">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<link rel="icon" href="data:,">`

/** The page of the app. */
export const appPage = `${head(metaPolicy, 'Atelier')}
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="atelier.css">
<script type="module" src="app.js"></script>
</head>
<body>
<div id="atelier"></div>
<noscript><p>L’atelier a besoin de JavaScript.</p></noscript>
</body>
</html>
`

/** The frame in which pages are cut: what the tab of a build is. The style sheets are given to it. */
export const pressPage = `${head(paperPolicy, 'Mise en pages')}
<script src="paged.js" defer></script>
<script type="module" src="presse.js"></script>
</head>
<body></body>
</html>
`

/** The frame in which they are shown: no script runs there. */
export const sheetsPage = `${head(paperPolicy, 'Feuilles')}
</head>
<body></body>
</html>
`
