import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONSENT_ANSWERS, consentOutcome } from './consent.ts'

const MEMBERS = ['ana', 'ben', 'cleo', 'dan']

test.each([
  [{ ana: 'consent', ben: 'objection', cleo: 'concern' }, 'integrate'],
  [{ ana: 'consent', ben: 'consent', cleo: 'concern', dan: 'stand-aside' }, 'adopted'],
  [{ ana: 'concern', ben: 'stand-aside', cleo: 'stand-aside', dan: 'stand-aside' }, 'adopted'],
  [{ ana: 'consent', ben: 'consent', cleo: 'consent' }, 'pending'],
  [{ ana: 'stand-aside', ben: 'stand-aside', cleo: 'stand-aside', dan: 'stand-aside' }, 'not-carried'],
  [{ ana: 'consent', ben: 'consent', cleo: 'consent', dan: 'consent', eve: 'objection' }, 'adopted'],
])('%j comes to %s', (responses, outcome) => {
  expect(consentOutcome(MEMBERS, new Map(Object.entries(responses))).outcome).toBe(outcome)
})

const responses = fc
  .dictionary(fc.constantFrom(...MEMBERS), fc.constantFrom(...CONSENT_ANSWERS))
  .map((answers) => new Map(Object.entries(answers)))

test('one objection is enough, whatever the others say', () => {
  const blocked = fc.property(responses, fc.constantFrom(...MEMBERS), (answers, objector) => {
    const found = consentOutcome(MEMBERS, new Map([...answers, [objector, 'objection']]))
    expect(found.outcome).toBe('integrate')
    expect(found.objections).toContain(objector)
  })
  fc.assert(blocked)
})

test('nothing is adopted while somebody is silent, and silence is named', () => {
  const pending = fc.property(responses, fc.constantFrom(...MEMBERS), (answers, silent) => {
    answers.delete(silent)
    const found = consentOutcome(MEMBERS, answers)
    expect(found.outcome).not.toBe('adopted')
    expect(found.missing).toContain(silent)
  })
  fc.assert(pending)
})
