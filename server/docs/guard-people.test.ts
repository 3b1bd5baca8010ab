// The gate and honest people: ordinary and awkward updates pass, ids are claimed, the plan is for the desk.
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, noteMap, notesOf, readNotes, spliceText } from '../../shared/board/note.ts'
import { LIMITS } from '../../shared/limits.ts'
import {
  any,
  ben,
  desk,
  doing,
  gc,
  letters,
  map,
  room,
  section,
  send,
  SERVER,
  sheet,
  text,
  textOf,
  update,
} from './guard-fixture.ts'
import type { Sheet } from './guard-fixture.ts'
import { decode } from './guard-decode.ts'
import { createClaims } from './guard.ts'

describe('people are let through', () => {
  const letter = (on: Sheet) => doing(on.bens, () => textOf(on.bens, 'b').insert(5, '!'))

  test('a letter, and the same letter again', () => {
    const on = sheet()
    const typed = letter(on)
    expect(send(on, typed)).toEqual({ ok: true, novel: true, bytes: expect.any(Number) })
    expect(readNotes(on.doc)[1]!.text).toBe('hello!')
    expect(send(on, typed)).toEqual({ ok: true, novel: false, bytes: 0 })
    expect(send(on, Y.encodeStateAsUpdate(on.bens))).toEqual({ ok: true, novel: false, bytes: 0 })
  })

  test('an empty answer to a sync', () => {
    expect(send(sheet(), Uint8Array.of(0, 0))).toEqual({ ok: true, novel: false, bytes: 0 })
  })

  test('a document sent back to a server by whoever holds it', () => {
    const on = sheet()
    const state = Y.encodeStateAsUpdate(on.doc)
    expect(send(on, state, { seat: 'cleo', trusted: false })).toEqual({ ok: true, novel: false, bytes: 0 })
    expect(send({ ...on, doc: new Y.Doc() }, state, { seat: 'cleo', trusted: false })).toMatchObject({
      why: 'foreign-client',
    })
  })

  test('an update that overlaps what is known', () => {
    const on = sheet()
    const before = Y.encodeStateVector(on.doc)
    send(on, letter(on))
    textOf(on.bens, 'b').insert(6, '?!')
    expect(send(on, Y.encodeStateAsUpdate(on.bens, before))).toMatchObject({ ok: true, novel: true })
    expect(readNotes(on.doc)).toEqual(readNotes(on.bens))
  })

  test('typed before the first sync: a gap, and fine after it', () => {
    const on = sheet()
    doing(on.bens, () => textOf(on.bens, 'b').insert(5, 'unsent'))
    const reloaded = new Y.Doc()
    reloaded.clientID = 333
    Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(on.bens))
    const ahead = [
      doing(on.bens, () => textOf(on.bens, 'b').insert(11, 'x')),
      doing(on.bens, () => textOf(on.bens, 'b').delete(6, 1)),
      doing(reloaded, () => textOf(reloaded, 'b').insert(11, 'y')),
      doing(reloaded, () => textOf(reloaded, 'b').delete(6, 2)),
    ]
    for (const update of ahead) expect(send(on, update)).toEqual({ ok: false, why: 'gap' })
    Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(on.bens))
    expect(send(on, Y.encodeStateAsUpdate(reloaded, Y.encodeStateVector(on.doc)))).toMatchObject({ ok: true })
    for (const update of ahead) expect(send(on, update)).toMatchObject({ ok: true, novel: false })
    expect(readNotes(on.doc)).toEqual(readNotes(reloaded))
  })

  test('a note added and taken away offline arrives as collected', () => {
    const on = sheet()
    const update = doing(on.bens, () => {
      on.bens.transact(() => addNote(on.bens, { id: 'c', text: 'never mind', fields: { who: 'me' } }))
      notesOf(on.bens).delete('c')
    })
    expect(decoded(update).some((struct) => struct.content === null)).toBe(true)
    expect(send(on, update)).toMatchObject({ ok: true, novel: true })
    expect(readNotes(on.doc)).toEqual(readNotes(on.bens))
  })

  test('edits of every kind to a note that is gone', () => {
    const on = sheet()
    notesOf(on.doc).delete('b')
    const late = doing(on.bens, () => {
      spliceText(textOf(on.bens, 'b'), 'hello, too late')
      const map = noteMap(on.bens, 'b')!
      map.set('tone', 'ciel')
      map.delete('under')
      map.set('fields', new Y.Map([['who', 'me']]))
      map.set('links', new Y.Map([['a', 'because']]))
      ;(map.get('fields') as Y.Map<unknown>).set('when', 5)
    })
    expect(send(on, late)).toMatchObject({ ok: true, novel: true })
    expect(readNotes(on.doc).map((note) => note.id)).toEqual(['a'])
  })

  test('values that an undo manager keeps are merged into one item', () => {
    const on = sheet()
    const undo = new Y.UndoManager([notesOf(on.bens)])
    const update = doing(on.bens, () => {
      for (const tone of ['ciel', 'corail', 'lilas', 'soleil']) noteMap(on.bens, 'b')!.set('tone', tone)
      undo.undo()
      undo.redo()
    })
    expect(decoded(update).some((struct) => struct.content?.kind === 'any' && struct.length > 1)).toBe(true)
    expect(send(on, update)).toMatchObject({ ok: true, novel: true })
    expect(readNotes(on.doc)).toEqual(readNotes(on.bens))
  })

  test('the version in meta, and every key of a note', () => {
    const on = sheet()
    const update = doing(on.bens, () => {
      on.bens.getMap('meta').set('v', 1)
      addNote(on.bens, {
        id: 'c',
        text: 'ça 👩‍👧',
        tone: 'lilas',
        at: [0, 1],
        order: 'a0',
        under: 'a',
        fields: { who: 'z', n: 0.1 },
        links: { a: '' },
      })
    })
    expect(send(on, update)).toMatchObject({ ok: true, novel: true })
    expect(readNotes(on.doc)).toEqual(readNotes(on.bens))
  })

  test('the desk hides, and takes a removal back with all that the server wrote', () => {
    const on = sheet()
    noteMap(on.doc, 'a')!.set('own', true)
    const board = new Y.Doc()
    Y.applyUpdate(board, Y.encodeStateAsUpdate(on.doc))
    const undo = new Y.UndoManager([notesOf(board)])
    const update = doing(board, () => {
      noteMap(board, 'b')!.set('hidden', true)
      undo.stopCapturing()
      notesOf(board).delete('a')
      undo.undo()
    })
    expect(send(on, update, desk, room, 'pad')).toEqual({ ok: false, why: 'shape' })
    expect(send(on, update, desk, room, 'board')).toMatchObject({ ok: true, novel: true })
    expect(readNotes(on.doc)).toEqual(readNotes(board))
    expect(readNotes(on.doc).map((note) => note.own ?? note.hidden)).toEqual([true, true])
  })

  test('six phones that wrote into one note for long, all out of reach', () => {
    const on = sheet()
    const states = [31, 32, 33, 34, 35, 36].map((client) => {
      const phone = new Y.Doc()
      Y.applyUpdate(phone, Y.encodeStateAsUpdate(on.doc))
      phone.clientID = client
      const text = textOf(phone, 'b')
      for (let i = 0; i < 600; i++) {
        const at = (i * client * 7919) % text.length
        if (i % 3 < 2) text.insert(at, 'xy')
        else text.delete(at, 2)
      }
      return Y.encodeStateAsUpdate(phone)
    })
    for (const state of states) expect(send(on, state)).toMatchObject({ ok: true, novel: true })
  })

  test('a full sheet takes no more letters, and can be emptied', () => {
    const on = sheet()
    const full = { bytes: LIMITS.pad, most: LIMITS.pad }
    expect(send(on, letter(on), ben, full)).toEqual({ ok: false, why: 'too-large' })
    const away = sheet()
    const less = doing(away.bens, () => textOf(away.bens, 'b').delete(0, 5))
    expect(send(away, less, ben, full)).toEqual({ ok: true, novel: true, bytes: expect.any(Number) })
    expect(send(away, less, ben, full)).toEqual({ ok: true, novel: false, bytes: 0 })
  })
})

describe('claims', () => {
  const first = (client: number) => update([section([client, 0], text(letters, 'x'))])

  test('the first seat to use an id has it, once the update has passed', () => {
    const on = sheet()
    expect(send(on, update([section([333, 0], text({ root: 'junk', key: 'x' }, 'x'))]))).toMatchObject({
      ok: false,
    })
    expect(on.claims.ownerOf(333)).toBeUndefined()
    expect(send(on, first(333), { seat: 'cleo', trusted: false })).toMatchObject({ ok: true })
    expect(on.claims.ownerOf(333)).toBe('cleo')
    expect(send(on, update([section([333, 1], gc(1))]))).toEqual({ ok: false, why: 'foreign-client' })
    expect([...createClaims(on.claims.entries()).entries()]).toEqual([...on.claims.entries()])
  })

  test("the document's own id is never a client's", () => {
    const on = sheet()
    expect(send({ ...on, claims: createClaims() }, first(SERVER))).toEqual({
      ok: false,
      why: 'foreign-client',
    })
  })

  test('a person has as many devices as they like', () => {
    const on = sheet()
    for (const client of [333, 444, 2 ** 32 - 1])
      expect(send(on, first(client))).toMatchObject({ ok: true, novel: true })
  })
})

describe('the plan', () => {
  const planned = (what: (plan: Y.Map<unknown>) => void) => {
    const own = new Y.Doc()
    own.transact(() => what(own.getMap('plan')))
    return Y.encodeStateAsUpdate(own)
  }
  const judge = (bytes: Uint8Array, writer = desk) => {
    const doc = new Y.Doc()
    return send({ doc, claims: createClaims(), bens: doc }, bytes, writer, room, 'plan')
  }
  const nest = (depth: number): Y.Map<unknown> =>
    new Y.Map([['in', depth > 1 ? nest(depth - 1) : 'x']] as [string, unknown][])

  test('maps, lists, texts and scalars pass, from the desk only', () => {
    const bytes = planned((plan) => {
      plan.set('title', new Y.Text('Evening'))
      plan.set('v', 1)
      plan.set(
        'activities',
        Y.Array.from([
          new Y.Map<unknown>([
            ['id', 'a1'],
            ['minutes', 7.5],
            ['lock', true],
            ['none', null],
          ]),
        ]),
      )
      plan.set('order', Y.Array.from(['a1', 'a2', 3]))
    })
    expect(judge(bytes)).toMatchObject({ ok: true, novel: true })
    expect(judge(bytes, ben)).toEqual({ ok: false, why: 'shape' })
  })

  test.each<[string, Uint8Array, boolean]>([
    ['six levels', planned((plan) => plan.set('in', nest(6))), true],
    ['seven levels', planned((plan) => plan.set('in', nest(7))), false],
    ['an object', planned((plan) => plan.set('x', { a: 1 })), false],
    ['a list as a value', planned((plan) => plan.set('x', [1])), false],
    ['infinity', planned((plan) => plan.set('x', Infinity)), false],
    ['a forbidden key', planned((plan) => plan.set('__proto__', 1)), false],
    [
      'a formatted text',
      planned((plan) => plan.set('x', new Y.Text()).insert(0, 'x', { bold: true })),
      false,
    ],
    ['a note', update([section([5, 0], map({ root: 'notes', key: 'x' }))]), false],
    ['something beside the keys', update([section([5, 0], any({ root: 'plan' }, 1))]), false],
  ])('%s', (_, bytes, ok) => expect(judge(bytes).ok).toBe(ok))
})

function decoded(update: Uint8Array) {
  const parts = decode(update)
  if (typeof parts === 'string') throw new Error(parts)
  return parts.sections.flatMap((section) => section.structs)
}
