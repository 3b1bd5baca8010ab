import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { mostConnections } from './open-files.ts'

test('the limit of the system is read, and something is kept back from devices', () => {
  const script = `import { openFiles } from '${import.meta.dirname}/open-files.ts'; console.log(openFiles())`
  const command = 'ulimit -n 777; exec "$0" --input-type=module -e "$1"'
  const said = execFileSync('sh', ['-c', command, process.execPath, script], { encoding: 'utf8' })
  expect(Number(said)).toBe(777)
  expect(mostConnections(777)).toBe(643)
  expect(mostConnections(20_000)).toBe(18_905)
  expect(mostConnections(Infinity)).toBe(Infinity)
  expect(mostConnections(50)).toBe(1)
})
