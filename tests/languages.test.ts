// A workshop in a language of one file: ready programmes, the words of its session and its report come in that language.
import { expect, test } from 'vitest'
import { NAMES, readLanguages } from '../shared/languages.ts'
import type { Template } from '../shared/templates.ts'
import { openHouse } from './support/house.ts'
import { Device, http } from './support/people.ts'

const { de } = readLanguages('shared/languages')

interface Made {
  workshop: { id: string; language: string }
  tokens: { desk: string }
}

test('a workshop made in German is German from its template to its report', async () => {
  const { url } = await openHouse()
  const texts = new Set(Object.values(de!.templates))
  const found = await http(url, 'GET', '/api/templates?language=de')
  const gallery = found.json as unknown as Template[]
  expect(gallery.filter(({ title, summary }) => !texts.has(title) || !texts.has(summary))).toEqual([])

  const body = { title: 'Unsere Stadt', language: 'de', template: 'dot-vote' }
  const { status, json } = await http(url, 'POST', '/api/workshops', { body })
  expect(status).toBe(201)
  const { workshop, tokens } = json as unknown as Made
  expect(workshop.language).toBe('de')
  const desk = await new Device(url, tokens.desk).ready()
  await desk.do({ kind: 'open', activity: 'a1' })
  const [kind, step] = [desk.session!.now!.kind, desk.session!.now!.steps[0]!]
  expect(step.label).toBe(de!.activities[kind]![`step.${step.id}`])

  const report = await http(url, 'GET', `/api/workshops/${workshop.id}/report.md`, {
    token: tokens.desk,
  })
  expect(report.text).toContain(de!.faces['report']!['madeWith'])
})

test('a language that has no file is refused, by its name in the answer', async () => {
  const { url } = await openHouse()
  expect(NAMES['xx']).toBeUndefined()
  const body = { title: 'T', language: 'xx' }
  expect((await http(url, 'POST', '/api/workshops', { body })).status).toBe(400)
  const { status, json } = await http(url, 'GET', '/api/templates?language=xx')
  expect([status, json]).toMatchObject([400, { code: 'bad-request', field: 'language' }])
})
