/** Functions of Little CMS that the press uses; the package brings no types. A profile and a transform are addresses in its memory. */
declare module 'lcms-wasm' {
  type Lcms = {
    cmsOpenProfileFromMem(bytes: Uint8Array, length: number): number
    cmsCreate_sRGBProfile(): number
    cmsCreateXYZProfile(): number
    cmsCloseProfile(profile: number): void
    cmsCreateTransform(
      from: number,
      fromFormat: number,
      to: number,
      toFormat: number,
      intent: number,
      flags: number,
    ): number
    cmsDoTransform(transform: number, pixels: Uint8Array, count: number): Uint8Array | Uint16Array
    cmsDeleteTransform(transform: number): void
  }
  export function instantiate(): Promise<Lcms>
  export const TYPE_RGB_8: number
  export const TYPE_CMYK_8: number
  export const TYPE_XYZ_16: number
  export const INTENT_RELATIVE_COLORIMETRIC: number
  export const cmsFLAGS_BLACKPOINTCOMPENSATION: number
}
