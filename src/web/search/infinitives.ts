/** « prêtent », prêter; « connaît », connaître; « vend », vendre; « finit », finir. */
export const infinitivesOf = (folded: string): string[] => {
  const bare = folded.replace(/[st]$/, '')
  return [
    folded.replace(/(?:ent|ons|ez|aient|ait|ant|ee?s?)$/, 'er'),
    `${bare}tre`,
    `${folded.replace(/s$/, '')}re`,
    `${bare}re`,
    folded.replace(/i(?:s|t|ssent|ssons|ssez)$/, 'ir'),
  ].filter(one => /(?:er|ir|re)$/.test(one) && one.length > 4)
}
