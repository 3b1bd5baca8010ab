// Forms from schemas: every setting of every activity gets a field, and what a field gives back is valid.
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { ACTIVITIES, activityOf } from '../../shared/activities/index.ts'
import { fieldsOf, linesOf, optionsOf, withSetting } from './form.ts'

describe('fieldsOf', () => {
  it('knows the shapes of the first activities', () => {
    const kinds = (kind: string) =>
      Object.fromEntries(fieldsOf(activityOf(kind)!.settings).map((field) => [field.key, field.kind]))
    expect(kinds('brainstorm')).toMatchObject({
      layout: 'choice',
      columns: 'lines',
      kinds: 'kinds',
      noteLength: 'number',
      moderated: 'flag',
    })
    expect(kinds('dot-vote')).toMatchObject({ options: 'options', from: 'sources', dotsPerPerson: 'number' })
  })

  it('carries bounds and defaults, and no bounds where there are none', () => {
    const schema = z.object({ n: z.number().int().min(2).max(9).default(4), m: z.number().int().optional() })
    expect(fieldsOf(schema)).toEqual([
      { key: 'n', label: 'setting.n', initial: 4, kind: 'number', whole: true, min: 2, max: 9 },
      { key: 'm', label: 'setting.m', initial: undefined, kind: 'number', whole: true },
    ])
  })

  it('makes a group of an object and leaves out what it cannot show', () => {
    const schema = z.object({
      axis: z.object({ low: z.string().max(20) }),
      odd: z.array(z.array(z.number())),
    })
    expect(fieldsOf(schema)).toEqual([
      {
        key: 'axis',
        label: 'setting.axis',
        initial: undefined,
        kind: 'group',
        fields: [{ key: 'low', label: 'setting.axis.low', initial: undefined, kind: 'text', most: 20 }],
      },
    ])
  })

  it('finds a label in both languages for each field of each activity', () => {
    for (const { kind, settings, messages } of ACTIVITIES)
      for (const field of fieldsOf(settings))
        for (const language of ['fr', 'en'] as const)
          expect(messages[language], `${kind} ${language}`).toHaveProperty([field.label])
  })
})

describe('optionsOf', () => {
  it('keeps the id of a line that stays and makes one for a new line', () => {
    let made = 0
    const before = [
      { id: 'x', label: 'Un local' },
      { id: 'y', label: 'Des outils' },
    ]
    const after = optionsOf('Des outils\n\n  Une charte \nDes outils', before, () => `new${++made}`)
    expect(after).toEqual([
      { id: 'y', label: 'Des outils' },
      { id: 'new1', label: 'Une charte' },
      { id: 'new2', label: 'Des outils' },
    ])
  })
})

describe('withSetting', () => {
  it('sets, and takes out', () => {
    expect(withSetting({ a: 1 }, 'b', 2)).toEqual({ a: 1, b: 2 })
    expect(withSetting({ a: 1, b: 2 }, 'b', undefined)).toEqual({ a: 1 })
    expect(linesOf(' \n a \n')).toEqual(['a'])
  })
})
