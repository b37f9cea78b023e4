/** Whether a picture of a kit is drawn in lines, by its path: the check has seen that its bytes are. */
export const isDrawing = (path: string): boolean => /\.svg$/i.test(path)
