// One entry to every format of the report. Called by the exports of the server.
import { writeCsv } from './csv.ts'
import { jsonReport } from './json.ts'
import { writeMarkdown } from './markdown.ts'
import type { Report } from './model.ts'

export type Format = 'md' | 'csv' | 'json'

export interface Rendered {
  /** Media type with its charset. */
  type: string
  body: string
  extension: string
}

/** The report in one format, as text. */
export function renderReport(format: Format, report: Report): Rendered {
  switch (format) {
    case 'md':
      return { type: 'text/markdown; charset=utf-8', body: `${writeMarkdown(report)}\n`, extension: 'md' }
    case 'csv':
      return { type: 'text/csv; charset=utf-8', body: writeCsv(report), extension: 'csv' }
    case 'json':
      return {
        type: 'application/json; charset=utf-8',
        body: `${JSON.stringify(jsonReport(report), null, 2)}\n`,
        extension: 'json',
      }
  }
}
