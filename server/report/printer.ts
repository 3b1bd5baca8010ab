// The process in which reports are printed. Started by press.ts for one order, and ended by it when it has the file.
import { print, type PrintOrder } from './print.ts'

/** Ends with the house, also where that has no time left to say so. */
process.once('disconnect', () => process.exit())
process.once('message', (order: PrintOrder) => {
  void print(order).then((bytes) => process.send!(bytes))
})
