/** The stand-in for the web app's signing module. */
export function standInModule(): Uint8Array<ArrayBuffer> {
  return new Uint8Array();
}
