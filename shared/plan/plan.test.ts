// The plan document: what is written is read, half-typed parts stay out of the programme, two hands merge.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { entryOf, programmeSchema, type ActivityEntry, type Programme } from '../programme.ts'
import { templates } from '../templates.ts'
import { isBegun, planOf, readDraft, settle } from './draft.ts'
import {
  addEntry,
  moveEntry,
  removeEntry,
  setMinutes,
  setSettings,
  setStart,
  setText,
  writePlan,
} from './edit.ts'

const NOTHING: Programme = { v: 1, title: '', activities: [] }
const entry = (id: string, more: Partial<ActivityEntry> = {}): ActivityEntry => ({
  id,
  kind: 'brainstorm',
  title: id,
  settings: {},
  ...more,
})
const plan = (...activities: ActivityEntry[]): Programme => ({ v: 1, title: 'Soirée', activities })

function written(programme: Programme): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => writePlan(doc, programme))
  return doc
}

/** A second replica of the same document. */
function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function merge(one: Y.Doc, other: Y.Doc): void {
  const [first, second] = [Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(other)]
  Y.applyUpdate(one, second)
  Y.applyUpdate(other, first)
}

const ids = (doc: Y.Doc) => readDraft(doc).activities.map(({ id }) => id)

describe('the plan as a document', () => {
  it.each(templates('fr').map(({ id, programme }) => [id, programme] as const))(
    'gives the programme back that was written: %s',
    (_id, programme) => {
      const full = { ...programme, start: '18:30' }
      full.activities = full.activities.map((one, i) => ({ ...one, say: `Dire ${i}`, material: 'Feutres' }))
      expect(settle(readDraft(written(full)), NOTHING)).toEqual(full)
    },
  )

  it('is begun by the first programme, even an empty one', () => {
    expect(isBegun(new Y.Doc())).toBe(false)
    expect(isBegun(written(NOTHING))).toBe(true)
  })

  it('says the same after any sequence of programmes, and writing it again changes nothing', () => {
    const any = fc
      .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 })
      .map((names) => plan(...names.map((id) => entry(id, { minutes: id.length, notes: `n ${id}` }))))
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 4 }), (programmes) => {
        const doc = written(programmes[0]!)
        for (const programme of programmes) doc.transact(() => writePlan(doc, programme))
        expect(settle(readDraft(doc), NOTHING)).toEqual(programmes.at(-1))
        const before = Y.encodeStateAsUpdate(doc).length
        doc.transact(() => writePlan(doc, programmes.at(-1)!))
        expect(Y.encodeStateAsUpdate(doc).length).toBe(before)
      }),
    )
  })

  it('moves an activity to any place', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4), fc.nat(5)), { maxLength: 12 }), (moves) => {
        const names = ['a', 'b', 'c', 'd', 'e']
        const doc = written(plan(...names.map((id) => entry(id))))
        let model = names
        for (const [which, to] of moves) {
          const id = names[which]!
          moveEntry(doc, id, to)
          const others = model.filter((one) => one !== id)
          model = others.toSpliced(Math.min(to, others.length), 0, id)
        }
        expect(ids(doc)).toEqual(model)
      }),
    )
  })

  it('merges two hands: words, settings, minutes, order', () => {
    const one = written(plan(entry('a', { title: 'Idées', settings: { noteLength: 140 } }), entry('b')))
    const other = copyOf(one)
    setText(one, 'a', 'title', 'Nos idées')
    setText(other, 'a', 'title', 'Idées du soir')
    setSettings(one, 'a', { noteLength: 200 })
    setSettings(other, 'a', { noteLength: 140, columns: ['Ici', 'Ailleurs'] })
    setMinutes(other, 'b', 12)
    addEntry(one, entry('c'), 0)
    addEntry(other, entry('d'), 0)
    merge(one, other)
    expect(readDraft(other)).toEqual(readDraft(one))
    const made = settle(readDraft(one), NOTHING)
    expect(entryOf(made, 'a')).toMatchObject({
      title: 'Nos idées du soir',
      settings: { noteLength: 200, columns: ['Ici', 'Ailleurs'] },
    })
    expect(entryOf(made, 'b')?.minutes).toBe(12)
    expect(new Set(ids(one))).toEqual(new Set(['a', 'b', 'c', 'd']))
    // Two that were put at the same place still leave room between them.
    moveEntry(one, 'b', 1)
    expect(ids(one)[1]).toBe('b')
  })

  it('keeps an activity that one hand took away while another changed it: it is gone', () => {
    const one = written(plan(entry('a'), entry('b')))
    const other = copyOf(one)
    removeEntry(one, 'a')
    setText(other, 'a', 'title', 'Encore')
    merge(one, other)
    expect(ids(one)).toEqual(['b'])
    expect(ids(other)).toEqual(['b'])
  })
})

describe('the programme that a draft makes', () => {
  const before = plan(entry('a', { title: 'Idées', minutes: 10, settings: { noteLength: 140 } }))

  it('holds what was there where something is half written', () => {
    const doc = written(before)
    setText(doc, 'a', 'title', '  ')
    setMinutes(doc, 'a', 99_999)
    setSettings(doc, 'a', { noteLength: 'much' })
    setStart(doc, '25:00')
    expect(settle(readDraft(doc), before)).toEqual(before)
    setStart(doc, '18:30')
    expect(settle(readDraft(doc), before).start).toBe('18:30')
  })

  it('leaves out what no version of the house knows, and never throws', () => {
    const doc = written(before)
    const activities = planOf(doc).get('activities') as Y.Map<unknown>
    activities.set('x', new Y.Map([['kind', 'no-such']]))
    for (const id of ['parking', 'decisions']) activities.set(id, new Y.Map([['kind', 'brainstorm']]))
    activities.set('y', 7)
    activities.set('z', new Y.Map([['kind', 'brainstorm']]))
    const made = settle(readDraft(doc), before)
    expect(made.activities.map(({ id }) => id)).toEqual(['z', 'a'])
    expect(programmeSchema.safeParse(made).success).toBe(true)
    planOf(doc).set('activities', 'gone')
    expect(settle(readDraft(doc), before).activities).toEqual([])
  })

  it('clips what is too long', () => {
    const doc = written(before)
    setText(doc, 'a', 'question', 'q'.repeat(400))
    setText(doc, 'a', 'say', 's'.repeat(5000))
    const [made] = settle(readDraft(doc), before).activities
    expect([made!.question!.length, made!.say!.length]).toEqual([300, 4000])
  })
})
