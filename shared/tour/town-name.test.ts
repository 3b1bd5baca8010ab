// A town that is not shown is told by its number, never by nothing and never by an id.
import { expect, test } from 'vitest'
import { createTranslate } from '../i18n/translate.ts'
import fr from '../i18n/tour.fr.json' with { type: 'json' }
import { townName } from './town-name.ts'

const t = createTranslate('fr', fr)

test('a stop has the name of its town, or its number', () => {
  expect(townName({ stops: [{ id: 't3', town: 'Lille' }] }, 't3', t)).toBe('Lille')
  expect(townName({ stops: [] }, 't12', t)).toBe('Étape 12')
})
