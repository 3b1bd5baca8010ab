import { expect, test } from 'vitest'
import { createTranslate } from '../../i18n/translate.ts'
import { LIMITS } from '../../limits.ts'
import { consent, type ConsentPaper } from './activity.ts'
import { readAnswer, type ConsentBallot } from '../../counting/consent-ballot.ts'
import { countConsent, judgeObjection } from '../../counting/consent-turn.ts'
import { reviewOf } from './review.ts'
import messages from './messages.json' with { type: 'json' }

test.each<[unknown, ConsentBallot]>([
  [{ answer: 'consent' }, { answer: 'consent' }],
  [{ answer: 'consent', reason: '  ' }, { answer: 'consent' }],
  [
    { answer: 'objection', reason: ' Trop cher. ', more: 1 },
    { answer: 'objection', reason: 'Trop cher.' },
  ],
  [
    { answer: 'stand-aside', reason: 'Je pars.' },
    { answer: 'stand-aside', reason: 'Je pars.' },
  ],
])('%j is the ballot %j', (choice, ballot) => {
  expect(readAnswer(choice)).toEqual(ballot)
})

test.each([
  [null, 'bad-request'],
  ['consent', 'bad-request'],
  [[], 'bad-request'],
  [{ answer: 'yes' }, 'unknown-option'],
  [{ answer: '__proto__' }, 'unknown-option'],
  [{ answer: 'objection' }, 'bad-request'],
  [{ answer: 'objection', reason: ' \n' }, 'bad-request'],
  [{ answer: 'concern', reason: 3 }, 'bad-request'],
  [{ answer: 'concern', reason: 'x'.repeat(LIMITS.note + 1) }, 'too-long'],
])('%j is refused: %s', (choice, code) => {
  expect(readAnswer(choice)).toMatchObject({ ok: false, code })
})

const yes: ConsentBallot = { answer: 'consent' }
const remark: ConsentBallot = { answer: 'concern', reason: 'À revoir en juin.' }
const no: ConsentBallot = { answer: 'objection', reason: 'Trop cher.' }

test.each<[ConsentBallot[], number | undefined, ReturnType<typeof countConsent>['outcome']]>([
  [[], undefined, 'pending'],
  [[], 4, 'pending'],
  [[yes, remark], undefined, 'adopted'],
  [[yes, remark], 3, 'pending'],
  [[yes, remark], 1, 'adopted'],
  [[yes, no], 3, 'integrate'],
  [[{ answer: 'stand-aside' }], 1, 'not-carried'],
])('%j of %s members: %s', (ballots, members, outcome) => {
  expect(countConsent(ballots, members).outcome).toBe(outcome)
})

test('reasons are kept without names, in an order that tells nothing', () => {
  const ballots: ConsentBallot[] = [
    no,
    yes,
    remark,
    { answer: 'objection', reason: 'Hors statuts.' },
    { answer: 'concern' },
  ]
  expect(countConsent(ballots, 6)).toEqual({
    outcome: 'integrate',
    n: 5,
    consent: 1,
    objections: ['Hors statuts.', 'Trop cher.'],
    concerns: ['', 'À revoir en juin.'],
    standAside: [],
    missing: 1,
  })
})

test('the report names the fallback when objections outlast the turns agreed on, the review once adopted', () => {
  const poll = consent.poll!
  const paper = poll.paper(
    [],
    consent.settings.parse({ options: [{ id: 'p', label: 'Ouvrir le lundi' }] }),
    (key) => key,
  ) as ConsentPaper
  const t = createTranslate('fr', messages.fr)
  const turn = (...ballots: ConsentBallot[]) => ({
    paper,
    result: poll.count(paper, ballots),
    voted: ballots.length,
  })
  const said = (rounds: ReturnType<typeof turn>[], own: object = {}) => {
    const settings = consent.settings.parse({ maxIntegrationLoops: 1, fallback: 'vote', ...own })
    return JSON.stringify(consent.report({ settings, notes: [], rounds, language: 'fr', t }))
  }
  expect(said([turn(no)])).not.toContain('passe au vote')
  expect(said([turn(no), turn(yes, no)])).toContain(
    'Après 2 tours, il reste des objections\u00a0: la salle passe au vote',
  )
  expect(said([turn(no), turn(yes)], { reviewDate: 'juin 2027' })).toContain('À revoir\u00a0: juin 2027.')
  expect(said([turn(yes)])).toContain('La date de revue reste à fixer.')
  expect(said([turn(no)])).toContain('Ouvrir le lundi')
})

test('an objection that the circle finds without reasons blocks no more, and stays with its reason', () => {
  const turn = countConsent([yes, no, { answer: 'objection', reason: 'Hors statuts.' }], 3)
  const judged = { objection: 'Trop cher.', reason: 'Le budget est voté.' }
  const once = judgeObjection(turn, judged)
  expect(once).toMatchObject({ outcome: 'integrate', objections: ['Hors statuts.'], unreasoned: [judged] })
  if (!('outcome' in once)) throw new Error('refused')
  const other = { objection: 'Hors statuts.', reason: 'Les statuts le permettent.' }
  expect(judgeObjection(once, other)).toMatchObject({ outcome: 'adopted', unreasoned: [judged, other] })
  expect(judgeObjection(once, judged)).toMatchObject({ code: 'unknown-option' })
  const alone = judgeObjection(countConsent([no]), judged)
  expect(alone, 'whoever objected does not consent').toMatchObject({ outcome: 'not-carried' })
})

test('the setting decides whether the circle may judge', () => {
  const judge = (given: object) =>
    consent.poll!.judge!(consent.settings.parse(given), countConsent([yes, no]), {
      objection: 'Trop cher.',
      reason: 'Le budget est voté.',
    })
  expect(judge({})).toMatchObject({ outcome: 'adopted' })
  expect(judge({ judgeObjections: false })).toMatchObject({ code: 'not-allowed' })
})

test('the date of review is what the circle said as it adopted, else what was planned', () => {
  expect(reviewOf({ reviewDate: 'mars' }, ['1er juin'])).toBe('1er juin')
  expect(reviewOf({ reviewDate: 'mars' }, [])).toBe('mars')
  expect(reviewOf({})).toBe('')
})

test('everybody in the room must answer, unless a number is set; who came or left counts from the next turn on', () => {
  const { poll, settings } = consent
  const t = createTranslate('fr', {}, messages.fr)
  const room = (here: number) => ({ here, members: [] })
  const first = poll!.paper([], settings.parse({}), t, room(5)) as ConsentPaper
  expect(first.members).toBe(5)
  expect(poll!.count(first, [yes, yes, yes, yes])).toMatchObject({ outcome: 'pending', missing: 1 })
  const fresh = poll!.paper([], settings.parse({}), t, room(4))
  expect(poll!.revote!(first, fresh, 'object')).toMatchObject({ members: 4 })
  expect(poll!.paper([], settings.parse({ members: 7 }), t, room(4))).toMatchObject({ members: 7 })
})
