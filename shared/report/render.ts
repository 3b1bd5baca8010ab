// The formats of the report that are plain text. Called by the server's printers.
import { writeCsv } from './csv.ts'
import { jsonReport } from './json.ts'
import { writeMarkdown } from './markdown.ts'
import type { Report } from './model.ts'

export interface Rendered {
  body: string
}

/** The report in one format, as text. */
export function renderReport(format: 'md' | 'csv' | 'json', report: Report): Rendered {
  switch (format) {
    case 'md':
      return { body: `${writeMarkdown(report)}\n` }
    case 'csv':
      return { body: writeCsv(report) }
    case 'json':
      return { body: `${JSON.stringify(jsonReport(report), null, 2)}\n` }
  }
}
