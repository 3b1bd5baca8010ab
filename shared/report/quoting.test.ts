// A card says how far it may be passed on, in every language.
import { expect, test } from 'vitest'
import { CONSENT, rex } from '../activities/rex/activity.ts'
import { activityTexts, LANGUAGES } from '../languages.ts'
import { quotingOf } from './quoting.ts'

test.each(LANGUAGES)('what was chosen in %s is understood', (language) => {
  const chosen = CONSENT.map((answer) => activityTexts(rex, language)[`choice.${answer}`]!)
  expect(chosen.map((consent) => quotingOf({ fields: { consent } }))).toEqual([...CONSENT])
})

test('a note that was not asked may be told', () => {
  expect([
    quotingOf({}),
    quotingOf({ fields: { consent: '' } }),
    quotingOf({ fields: { where: 'Ici' } }),
  ]).toEqual(['public', 'public', 'public'])
})
