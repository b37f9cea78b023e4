/** Address of the picture that networks show of a fiche, or of the kit (null), inside the site. */
export const picturePath = (id: string | null): string => `/partage/${id ?? 'kit'}.png`
