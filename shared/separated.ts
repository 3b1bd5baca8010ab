// Tables as text: cells separated by commas, semicolons or tabs, quoted as RFC 4180 asks. Called by roll.ts and report/import-csv.ts.

export interface TableRow {
  /** The line of the file on which it begins, from 1. */
  line: number
  cells: string[]
  /** A quotation mark in it is opened and never closed: the rest of the file is in its last cell. */
  open?: true
}

/**
 * Rows of a table, its head first; inside quotes a separator or a line break is text, and two quotes are one. A quotation
 * mark in the middle of a cell is text.
 */
export function readSeparated(text: string): TableRow[] {
  const plain = text.replace(/^\uFEFF/, '')
  const separator = separatorOf(plain.split(/\r?\n/, 1)[0]!)
  const rows: TableRow[] = [{ line: 1, cells: [''] }]
  let [quoted, line] = [false, 1]
  for (let i = 0; i < plain.length; i++) {
    const { cells } = rows.at(-1)!
    const sign = plain[i]!
    if (sign === '\n') line++
    if (quoted && sign === '"' && plain[i + 1] === '"') cells.push(`${cells.pop()!}${plain[i++]!}`)
    else if (sign === '"' && (quoted || cells.at(-1) === '')) quoted = !quoted
    else if (!quoted && sign === separator) cells.push('')
    else if (!quoted && sign === '\n') rows.push({ line, cells: [''] })
    else if (quoted || sign !== '\r') cells.push(cells.pop()! + sign)
  }
  if (quoted) rows.at(-1)!.open = true
  return rows
}

function separatorOf(head: string): string {
  return [';', '\t', ','].find((one) => head.includes(one)) ?? ','
}
