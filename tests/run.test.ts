// The sum at the end of `npm test` tells the truth: what could not run has failed.
import { afterEach, expect, test, vi } from 'vitest'
import { ensureChromium, findChromium } from './support/chromium.ts'
import { runChecks, tallyOf } from './support/stages.ts'

afterEach(() => vi.unstubAllEnvs())

test('a file that broke outside its tests counts as one failed test', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  }
  expect(tallyOf(JSON.stringify(report))).toEqual({ passed: 3, failed: 2 })
})

test('several commands are one check, and one of them is enough to fail it', async () => {
  expect(await runChecks('true', 'true')).toEqual({ passed: 1, failed: 0 })
  expect(await runChecks('false', 'true')).toEqual({ passed: 0, failed: 1 })
})

test('a command that does not exist is an error, not a pass', async () => {
  await expect(runChecks('no-such-command-here')).rejects.toThrow('ENOENT')
})

test('a Chromium named by hand is taken, and never replaced in silence', () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath)
  expect(findChromium()).toBe(process.execPath)
  vi.stubEnv('CHROMIUM_PATH', '/no/such/chromium')
  expect(findChromium()).toBeNull()
  expect(() => ensureChromium()).toThrow('CHROMIUM_PATH names no program: /no/such/chromium')
})
