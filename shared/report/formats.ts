// The formats of the report: their media types and the ends of their names. Called by the server's routes and printers, and by the page.

/** In the order of the archive that holds them all. */
export const FORMATS = {
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  canvas: 'application/json; charset=utf-8',
  excalidraw: 'application/json; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  zip: 'application/zip',
} as const

export type Format = keyof typeof FORMATS

/** Name of a file without what a title may hold; a tour has no code. */
export function plainName(code: string, format: Format): string {
  return code === '' ? `tablee.${format}` : `tablee-${code}.${format}`
}

export function isFormat(value: unknown): value is Format {
  return typeof value === 'string' && Object.hasOwn(FORMATS, value)
}
