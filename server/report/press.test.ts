// The printer is a process of its own: what it prints is what is asked, and its end is nobody else's.
import { expect, onTestFinished, test } from 'vitest'
import { makeReport } from '../../shared/report/report.ts'
import { sample } from '../../shared/report/samples.ts'
import { createPress, PrintFailed } from './press.ts'
import { print, type PrintOrder } from './print.ts'

const REPORT = makeReport(sample())

function openPress() {
  const press = createPress()
  onTestFinished(() => press.close())
  return press
}

test('prints what is asked, the same bytes as here', async () => {
  const order: PrintOrder = { format: 'md', report: REPORT }
  expect(Buffer.from((await openPress().print(order))!)).toEqual(Buffer.from((await print(order))!))
})

test('a printer that breaks fails its own file; the next is printed', async () => {
  const press = openPress()
  const broken = { format: 'md', report: { v: 1 } } as unknown as PrintOrder
  await expect(press.print(broken)).rejects.toThrow(PrintFailed)
  expect(await press.print({ format: 'svg', report: REPORT, activity: 'nowhere' })).toBeNull()
})

test('closing ends a printing that is under way', async () => {
  const press = openPress()
  const printing = press.print({ format: 'pdf', report: REPORT })
  const failed = expect(printing).rejects.toThrow(PrintFailed)
  await new Promise((done) => setImmediate(done))
  await press.close()
  await failed
})
