// Languages beside French and English: found by their files, and English where a file says nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { activityTexts, faceTexts, LANGUAGES, NAMES, readLanguages, templateText } from './languages.ts'

const TEXTS = { fr: { new: 'Tout neuf' }, en: { new: 'Brand new' } }

test('every file of the folder is a language, in the order of their codes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'languages-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = (name: string) => JSON.stringify({ name, faces: {}, activities: {}, templates: {} })
  writeFileSync(join(folder, 'pt.json'), file('Português'))
  writeFileSync(join(folder, 'da.json'), file('Dansk'))
  writeFileSync(join(folder, 'README.md'), '# Languages')
  const found = readLanguages(folder)
  expect(Object.entries(found).map(([code, { name }]) => [code, name])).toEqual([
    ['da', 'Dansk'],
    ['pt', 'Português'],
  ])
})

test('each language says its own name', () => {
  expect(NAMES).toMatchObject({ fr: 'Français', en: 'English' })
  expect(LANGUAGES.every((language) => NAMES[language] !== '')).toBe(true)
})

test('French says French; what a further language, or one whose file is gone, does not say is English', () => {
  expect(faceTexts('desk', TEXTS, 'fr')).toEqual(TEXTS.fr)
  for (const language of [...LANGUAGES.filter((one) => one !== 'fr'), 'xx']) {
    expect(faceTexts('desk', TEXTS, language)).toHaveProperty('new', 'Brand new')
    expect(activityTexts({ kind: 'dot-vote', messages: TEXTS }, language)).toHaveProperty('new', 'Brand new')
    expect(templateText({ fr: 'Nouveau titre', en: 'New title' }, language)).toBe('New title')
  }
})
