/** What word processors write before the items of a list, Wingdings among them: one character, whatever its length in code. */
export const bulletAhead = /(?<=^[ \t]*)[•◦▪‣●○■□▫▶►➔➜➢➤✓✔❖♦⇒→·\uf000-\uf0ff](?=[\s\u00a0]*\S)/u
