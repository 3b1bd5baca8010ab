// Colleges as they are written in the settings: a name and a weight, a line each. Called by activity.ts.
import { parseFraction, showFraction } from '../../counting/fraction.ts'

const LINE = /^(.*?\S)[\s:=;]+(\d{1,6}(?:[.,]\d{1,3})?|\d{1,4}\/\d{1,4})\s*%?$/

/** True for "Employees 40", "Users: 12,5 %" or "Partners 1/3": a name, then a weight above zero. */
export function isCollege(line: string): boolean {
  return readLine(line) !== null
}

/** Names and exact weights; of two lines for one name the first counts. */
export function readColleges(lines: readonly string[]): { name: string; weight: string }[] {
  const read = lines.flatMap((line) => readLine(line) ?? [])
  return read.filter(({ name }, i) => read.findIndex((other) => other.name === name) === i)
}

function readLine(line: string): { name: string; weight: string } | null {
  const [, label = '', written = ''] = LINE.exec(line.trim()) ?? []
  const name = label.replace(/[\s:=;]+$/, '')
  if (name === '' || /\/0+$/.test(written)) return null
  const weight = parseFraction(written.replace(',', '.'))
  return weight.num === 0n ? null : { name, weight: showFraction(weight) }
}
