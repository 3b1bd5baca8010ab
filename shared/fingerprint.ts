// The fingerprint of a counted vote as people compare it. Called by the wall and by reports.

/** Its 64 digits in groups of eight. */
export function grouped(fingerprint: string): string {
  return fingerprint.replace(/.{8}(?=.)/g, '$& ')
}

/** The first two groups: what is on the wall. */
export function shortened(fingerprint: string): string {
  return grouped(fingerprint).slice(0, 17)
}
