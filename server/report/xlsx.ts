// The report as a workbook: the workshop, all results as tables, all notes as rows. Called by the printers.
import writeXlsx, { type Cell, type Row } from 'write-excel-file/node'
import { RAIL } from '../../shared/report/drawing.ts'
import type { Outline, Passage } from '../../shared/report/outline.ts'
import type { Table } from '../../shared/report/tables.ts'
import { reportWords } from '../../shared/report/words.ts'
import { cleanXml } from '../../shared/report/xml.ts'

/** Every text is a string cell: no cell of the workbook is a formula, whatever it begins with. */
export function writeWorkbook(outline: Outline, table: Table): Promise<Buffer> {
  const t = reportWords(outline.language)
  return writeXlsx(
    [
      {
        sheet: t('sheet.figures'),
        data: workshopRows(outline),
        columns: [{ width: 44 }, { width: 44 }, { width: 20 }],
      },
      {
        sheet: t('sheet.results'),
        data: resultRows(outline),
        columns: [{ width: 9 }, { width: 60 }, ...WIDE],
      },
      {
        sheet: t('sheet.notes'),
        data: [table.head.map(head), ...table.rows.map(cells)],
        columns: NOTES,
        stickyRowsCount: 1,
      },
    ],
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer()
}

const WIDE = Array.from({ length: 8 }, () => ({ width: 16 }))
const NOTES = [14, 10, 16, 28, 36, 14, 70, 12, 24, ...Array.from({ length: 12 }, () => 14)].map((width) => ({
  width,
}))

function workshopRows({
  title,
  subtitle,
  hours,
  figures,
  summary,
  actions,
  chapters,
  empty,
  closing,
}: Outline): Row[] {
  return [
    [{ ...text(title), fontWeight: 'bold', fontSize: 20 }],
    [text(subtitle)],
    [text(hours)],
    [],
    ...figures.map((figure) => [text(figure.label), { ...text(figure.text), fontWeight: 'bold' as const }]),
    [],
    ...(summary ? [[strong(summary.heading)], [text(summary.text)], []] : []),
    ...(chapters.length === 0 ? [[text(empty)], []] : []),
    ...(actions ? [[strong(actions.heading)], actions.head.map(head), ...actions.rows.map(cells), []] : []),
    [text(closing)],
  ]
}

function resultRows({ chapters }: Outline): Row[] {
  return chapters.flatMap(({ title, exercise, question, participation, passages }) => [
    [{ ...text(title), fontWeight: 'bold' as const, fontSize: 14 }],
    ...[exercise, question, participation].filter(Boolean).map((line) => [text(line)]),
    ...passages.flatMap(passageRows),
    [],
  ])
}

function passageRows(passage: Passage): Row[] {
  if (passage.is === 'text') return [[text(passage.text)]]
  if (passage.is === 'notes') return []
  const { title, head: heads, rows } = passage
  return [[], ...(title === '' ? [] : [[strong(title)]]), heads.map(head), ...rows.map(cells)]
}

function cells(row: (string | number)[]): Cell[] {
  return row.map((value) => (typeof value === 'number' ? { value, type: Number } : text(value)))
}

function strong(value: string): Cell & object {
  return { ...text(value), fontWeight: 'bold', fontSize: 13 }
}

function head(value: string): Cell & object {
  return { ...text(value), fontWeight: 'bold', textColor: '#ffffff', backgroundColor: RAIL }
}

/** What a workbook cannot hold is written as `_x0000_`, and what looks so already is guarded (ECMA-376, 22.4.2.4). */
function text(value: string) {
  const guarded = value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

  const coded = guarded.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, code)
  return { value: cleanXml(coded), type: String, wrap: true, alignVertical: 'top' as const }
}

function code(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}
