/** A text as a YAML value, whatever signs it holds: double quotes of JSON are double quotes of YAML. */
export const quote = (text: string) =>
  /^[\p{L}][\p{L}\p{N} ’'.,-]*$/u.test(text) && !RESERVED.test(text) ? text : JSON.stringify(text)

/** Words that YAML reads as other than text. */
const RESERVED = /^(?:true|false|yes|no|on|off|null|y|n)$|\s$/i
