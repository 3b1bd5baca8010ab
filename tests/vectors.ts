// `npm run vectors -- FILE`: worked examples of the methods through our counting functions.
// Prints each failing id, then `N passed, N failed`; exit 1 if any failed.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { faultOf, parseVectors, type Vector } from './vectors/run.ts'

const file = process.argv[2]
if (file === undefined) {
  console.error('usage: npm run vectors -- FILE')
  process.exit(1)
}

const vectors = read(file)
let failed = 0
for (const vector of vectors) {
  const fault = faultOf(vector)
  if (fault === null) continue
  failed++
  console.log(`${vector.id}: ${fault}`)
}
console.log(`${vectors.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

/** npm runs scripts in the root of the project; a path is meant from where it was typed. */
function read(typed: string): Vector[] {
  try {
    return parseVectors(readFileSync(resolve(process.env['INIT_CWD'] ?? '', typed), 'utf8'))
  } catch (error) {
    console.error(`${typed}: ${(error as Error).message.replaceAll('\n', ' ')}`)
    process.exit(1)
  }
}
