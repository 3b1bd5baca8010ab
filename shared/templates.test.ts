// Templates: every programme parses, every setting is known to its activity, all languages say the same.
import { describe, expect, it } from 'vitest'
import { activityOf } from './activities/index.ts'
import { LANGUAGES } from './languages.ts'
import { programmeSchema } from './programme.ts'
import { templateOf, templates, type Template } from './templates.ts'
import type { Language } from './wire.ts'

const cases = LANGUAGES.flatMap((language) =>
  templates(language).map((template) => ({ name: `${template.id} (${language})`, language, template })),
)

/** Every text of a tree, with its path. */
function texts(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => texts(item, `${path}.${key}`))
}

/** The tree without its words: what both languages must share. */
function shape(template: Template): unknown {
  const words = new Set([
    'title',
    'summary',
    'question',
    'questions',
    'label',
    'columns',
    'criteria',
    'say',
    'notes',
    'material',
    'centre',
  ])
  const strip = (key: string, value: unknown) => (words.has(key) ? typeof value : value)
  return JSON.parse(JSON.stringify(template, strip))
}

const prose = (template: Template) =>
  texts(template).filter(([path]) =>
    /title|summary|question|label|columns|criteria|say|notes|material|centre/.test(path),
  )

describe.each(cases)('template $name', ({ template, language }) => {
  const { programme } = template

  it('parses, and keeps every word on the way', () => {
    expect(programmeSchema.parse(programme)).toEqual(programme)
    expect(programme.activities.map((entry) => entry.id)).toEqual(
      programme.activities.map((_, i) => `a${i + 1}`),
    )
  })

  it('has settings that its activities know, none of them dropped', () => {
    for (const entry of programme.activities) {
      const activity = activityOf(entry.kind)
      expect(activity, entry.kind).toBeDefined()
      expect(activity!.settings.parse(entry.settings)).toMatchObject(entry.settings)
    }
  })

  it('takes notes only from an earlier activity', () => {
    programme.activities.forEach((entry, index) => {
      const earlier = programme.activities.slice(0, index).map(({ id }) => id)
      for (const from of [entry.settings['from'] ?? []].flat()) expect(earlier).toContain(from)
    })
  })

  it('announces the minutes of its activities', () => {
    const sum = programme.activities.reduce((total, entry) => total + entry.minutes!, 0)
    expect(template.minutes).toBe(sum)
    expect(sum).toBeGreaterThan(0)
  })

  it('leaves no text in two languages', () => {
    for (const [path] of texts(template)) expect(path).not.toMatch(/\.(fr|en)$/)
  })

  it('is typeset', () => {
    for (const [path, text] of prose(template)) {
      expect(text, path).not.toMatch(/['\u202f]|\s{2}|^\s|\s$/)
      if (language === 'fr') expect(text, path).not.toMatch(/[^\u00a0][;:!?»]|«[^\u00a0]/)
      else expect(text, path).not.toMatch(/\s[;:!?]/)
    }
  })
})

it.each(LANGUAGES)('has unique ids, and the same programme in %s as in French', (language) => {
  const [fr, other] = [templates('fr'), templates(language)]
  expect(new Set(fr.map((template) => template.id)).size).toBe(fr.length)
  expect(other.map(shape)).toEqual(fr.map(shape))
})

it('shows one text of its own in each language', () => {
  const same = (language: Language) => templates(language).flatMap(prose)
  const english = same('en')
  const shared = same('fr').filter(([, text], i) => english[i]![1] === text)
  // Words that are the same in both languages.
  expect(new Set(shared.map(([, text]) => text))).toEqual(new Set(['Contacts', 'World café']))
})

it('finds one template by its id', () => {
  expect(templateOf('retrospective', 'en')?.title).toBe('Retrospective')
  expect(templateOf('nothing', 'en')).toBeUndefined()
})
