// The data directory: a folder, or one that can be made; nothing is left by the question.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkDataDir } from './data-dir.ts'

test('a folder that is there or can be made is taken, a file or what lies under one is not', () => {
  const dir = mkdtempSync(join(tmpdir(), 'tablee-dir-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  writeFileSync(join(dir, 'file'), '')
  for (const good of [dir, join(dir, 'a', 'b')]) expect(() => checkDataDir(good)).not.toThrow()
  for (const bad of [join(dir, 'file'), join(dir, 'file', 'b'), '/proc/nowhere'])
    expect(() => checkDataDir(bad)).toThrow(/^DATA_DIR=.*: must be a folder that can be written/)
  expect(readdirSync(dir)).toEqual(['file'])
})
