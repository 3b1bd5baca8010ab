// LibreOffice, which wrote none of them, opens the documents and says the same. Only where it is installed.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import type { Format } from '../shared/report/formats.ts'
import { makeReport } from '../shared/report/report.ts'
import { NASTY, note, sample } from '../shared/report/samples.ts'
import { print } from '../server/report/print.ts'
import { readPdf, squeeze } from './support/documents.ts'
import { findProgram } from './support/programs.ts'

const office = findProgram(['soffice'])
const FORMATS: Format[] = ['docx', 'odt', 'pptx', 'xlsx']
/** Texts of which a page shows every letter in its order, so that they can be found again. */
const PLAIN = NASTY.filter(
  (text) => text.trim() !== '' && /^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]*$/u.test(text),
).filter((text) => !/[\p{Cf}\p{Cc}\uff00-\uffef]/u.test(text))

test.skipIf(!office)('LibreOffice reads every note of every document', { timeout: 180_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tablee-office-'))
  try {
    const input = sample({ summary: 'Un bail <à plusieurs> & des outils.' })
    input.notes['a1'] = [...input.notes['a1']!, ...PLAIN.map((text, i) => note(`t${i}`, text))]
    const report = makeReport(input)
    const files = FORMATS.map((format) => join(folder, `r-${format}.${format}`))
    for (const [i, format] of FORMATS.entries())
      await writeFile(files[i]!, (await print({ format, report }))!)
    const settings = `-env:UserInstallation=file://${join(folder, 'settings')}`
    await promisify(execFile)(office!, [
      settings,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      ...files,
    ])
    for (const format of FORMATS) {
      const { text } = await readPdf(await readFile(join(folder, `r-${format}.pdf`)))
      const said = squeeze(text)
      const missing = [...PLAIN, 'Les idées à creuser', 'Un bail <à plusieurs>'].filter(
        (one) => !said.includes(squeeze(one)),
      )
      expect(missing, format).toEqual([])
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
