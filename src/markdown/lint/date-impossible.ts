import type { LintRule } from './rule.ts'

/** « 11/25/2024 », « 31/02/2024 »: no day of the calendar. An American date has its month first. */
export const dateImpossible: LintRule = {
  code: 'date-impossible',
  find: text =>
    [...text.matchAll(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/g)].flatMap(match => {
      const [trouve, day, month, year] = match
      if (isDay(Number(day), Number(month), Number(year))) return []
      const propose = isDay(Number(month), Number(day), Number(year))
        ? `${month}/${day}/${year}`
        : 'la date, le jour avant le mois'
      return [{ offset: match.index, trouve, propose }]
    }),
}

const isDay = (day: number, month: number, year: number) =>
  day > 0 && month > 0 && month < 13 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
