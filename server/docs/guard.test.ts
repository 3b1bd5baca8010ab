// The gate against named attacks: each is refused and changes nothing.
// People who must pass are in guard-people.test.ts, random people and mutated updates in guard-fuzz.test.ts.
import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from '../../shared/limits.ts'
import {
  ANA,
  any,
  BEN,
  bytes,
  deleted,
  gc,
  item,
  letters,
  map,
  mine,
  NEXT,
  note,
  section,
  send,
  SERVER,
  sheet,
  string,
  text,
  uint,
  update,
} from './guard-fixture.ts'
import type { Sheet } from './guard-fixture.ts'

const attacks: [name: string, why: string, attack: (on: Sheet) => Uint8Array][] = [
  ['a GC of length zero, 7 bytes', 'unreadable', () => Uint8Array.of(1, 1, 5, 0, 0, 0, 0)],
  [
    'a GC over ids that Ana has still to use',
    'foreign-client',
    () => update([section([ANA, NEXT], gc(9999))]),
  ],
  ['the same under the id of the server', 'foreign-client', () => update([section([SERVER, 0], gc(9999))])],
  ['a text under the id of Ana', 'foreign-client', () => update([section([ANA, NEXT], text(letters, 'x'))])],
  ['a deletion of what Ana has not written', 'dangling', () => update([], [[ANA, 0, 99]])],
  ['a deletion of what nobody has written', 'gap', () => update([], [[99, 0, 99]])],
  ['a deletion of nothing', 'unreadable', () => update([], [[BEN, 0, 0]])],
  [
    'deletions on top of each other',
    'unreadable',
    () => bytes((to) => [0, 1, BEN, 2, 3, 2, 4, 1].forEach((v) => uint(to, v))),
  ],
  [
    'one client deleted twice',
    'unreadable',
    () =>
      update(
        [],
        [
          [BEN, 2, 1],
          [BEN, 4, 1],
        ],
      ),
  ],
  ['a gap', 'gap', () => update([section([BEN, NEXT + 1], text(letters, 'x'))])],
  ['a gap under a new id', 'gap', () => update([section([333, 1], text(letters, 'x'))])],
  ['a skip', 'unreadable', () => mine((to) => (uint(to, 10), uint(to, 3)))],
  ['an empty section', 'unreadable', () => mine()],
  [
    'two sections of one client',
    'unreadable',
    () => update([section([BEN, NEXT], gc(1)), section([BEN, NEXT], gc(1))]),
  ],
  ['an empty text', 'unreadable', () => mine(text(letters, ''))],
  ['an empty value list', 'unreadable', () => mine(any({ ...note, key: 'tone' }))],
  [
    'broken UTF-8',
    'unreadable',
    () => mine(item(letters, 4, (to) => [2, 0xc3, 0x28].forEach((v) => encoding.writeUint8(to, v)))),
  ],
  ['bytes behind the end', 'unreadable', () => bytes((to) => [0, 0, 0].forEach((v) => uint(to, v)))],
  ['V2 bytes', 'unreadable', ({ doc }) => Y.encodeStateAsUpdateV2(doc)],
  ['no bytes', 'unreadable', () => new Uint8Array()],
  ['a billion structs', 'unreadable', () => bytes((to) => [1, 1e9, BEN, NEXT].forEach((v) => uint(to, v)))],
  [
    'a number without end',
    'unreadable',
    () => Uint8Array.of(1, 1, BEN, NEXT, 0, ...new Uint8Array(200).fill(0x80), 0, 0),
  ],
  [
    'a client without end',
    'unreadable',
    () => Uint8Array.of(1, 1, ...new Uint8Array(200).fill(0x80), 0, 0, 0, 1, 0),
  ],
  ['a clock beyond 2^31', 'unreadable', () => mine(gc(2 ** 31))],
  ['lengths that run over', 'unreadable', () => mine(gc(2 ** 30), gc(2 ** 30), gc(2 ** 30))],
  ['a quarter of a million ids given away', 'too-large', () => mine(gc(200_000), gc(200_000))],
  ['the same as deleted items', 'too-large', () => mine(deleted(letters, LIMITS.update + 1))],
  ['more bytes than an update may have', 'too-large', () => mine(text(letters, 'x'.repeat(LIMITS.update)))],
  ['more bytes than the sheet may have', 'too-large', () => mine(text(letters, 'x'.repeat(LIMITS.pad)))],
  [
    'a crowd of new ids',
    'too-large',
    () => update(Array.from({ length: 100 }, (_, i) => section([1000 + i, 0], gc(1)))),
  ],
  ['an origin in the future', 'dangling', () => mine(text({ origin: [BEN, NEXT + 5] }, 'x'))],
  ['an item beside itself', 'dangling', () => mine(text({ right: [BEN, NEXT] }, 'x'))],
  ['an origin that Ana has not written', 'dangling', () => mine(text({ origin: [ANA, 99] }, 'x'))],
  [
    'a circle',
    'dangling',
    () =>
      update([
        section([BEN, NEXT], text({ origin: [333, 0] }, 'x')),
        section([333, 0], text({ origin: [BEN, NEXT] }, 'y')),
      ]),
  ],
  [
    'a known struct with a forged origin',
    'dangling',
    () => update([section([BEN, 6], text({ origin: [BEN, 99] }, 'o'))]),
  ],
  [
    'a known struct beside a new one',
    'dangling',
    () => update([section([BEN, 6], text({ origin: [333, 0] }, 'o')), section([333, 0], text(letters, 'x'))]),
  ],
  [
    'a known struct in an unknown root',
    'shape',
    () => update([section([BEN, 0], map({ root: 'junk', key: 'b' }))]),
  ],
  ['an unknown root', 'shape', () => mine(map({ root: 'junk', key: 'b' }))],
  ['the plan in a sheet', 'shape', () => mine(any({ root: 'plan', key: 'title' }, 'x'))],
  ['a list item in the root', 'shape', () => mine(map({ root: 'notes' }))],
  ['a list item in a note', 'shape', () => mine(text({ parent: [BEN, 0] }, 'x'))],
  ['a value where a note belongs', 'shape', () => mine(any({ root: 'notes', key: 'x' }, 'x'))],
  [
    'a text where a note belongs',
    'shape',
    () => mine(item({ root: 'notes', key: 'x' }, 7, (to) => uint(to, 2))),
  ],
  ['__proto__ as a note', 'shape', () => mine(map({ root: 'notes', key: '__proto__' }))],
  [
    'constructor as a field',
    'shape',
    () => mine(map({ ...note, key: 'fields' }), any({ parent: [BEN, NEXT], key: 'constructor' }, 'x')),
  ],
  ['a sentence as a note id', 'shape', () => mine(map({ root: 'notes', key: 'a b' }))],
  ['an unknown key', 'shape', () => mine(any({ ...note, key: 'admin' }, true))],
  ['own, from a sheet', 'shape', () => mine(any({ ...note, key: 'own' }, true))],
  ['hidden, from a sheet', 'shape', () => mine(any({ ...note, key: 'hidden' }, true))],
  ['a key in a text', 'shape', () => mine(text({ parent: [BEN, 1], key: 'tone' }, 'x'))],
  ['a key with a right neighbour', 'shape', () => mine(any({ right: [BEN, 7] }, 'ciel'))],
  ['a child of a letter', 'shape', () => mine(text({ parent: [BEN, 3] }, 'x'))],
  ['neighbours from two texts', 'shape', () => mine(text({ origin: [BEN, 6], right: [ANA, 2] }, 'x'))],
  [
    'the rest of an item in another place',
    'shape',
    () => update([section([BEN, NEXT - 1], text({ origin: [ANA, 6] }, 'oops'))]),
  ],
  [
    'the rest of what was collected, in a living text',
    'shape',
    (on) => {
      send(on, mine(gc(3)))
      return update([section([BEN, NEXT + 2], text(letters, 'oops'))])
    },
  ],
  ['a big integer', 'shape', () => mine(any({ ...note, key: 'tone' }, 5n))],
  ['bytes as a value', 'shape', () => mine(any({ ...note, key: 'tone' }, new Uint8Array(3)))],
  ['undefined as a value', 'shape', () => mine(any({ ...note, key: 'tone' }, undefined))],
  ['null for a parent', 'shape', () => mine(any({ ...note, key: 'under' }, null))],
  ['an object as a value', 'shape', () => mine(any({ ...note, key: 'tone' }, { a: 1 }))],
  ['a tone of a thousand letters', 'shape', () => mine(any({ ...note, key: 'tone' }, 'x'.repeat(1000)))],
  ['an order of 65 letters', 'shape', () => mine(any({ ...note, key: 'order' }, 'x'.repeat(65)))],
  ['a place that is no number', 'shape', () => mine(any({ ...note, key: 'at' }, [0, NaN]))],
  ['a place of three numbers', 'shape', () => mine(any({ ...note, key: 'at' }, [0, 0, 0]))],
  [
    'a list of a million',
    'shape',
    () => mine(item({ ...note, key: 'at' }, 8, (to) => [1, 117, 1e6].forEach((v) => uint(to, v)))),
  ],
  [
    'a nest of 20,000 lists',
    'shape',
    () =>
      mine(
        item({ ...note, key: 'at' }, 8, (to) =>
          [1, ...Array<number[]>(20_000).fill([117, 1]).flat()].forEach((v) => uint(to, v)),
        ),
      ),
  ],
  [
    'a number as a link',
    'shape',
    () => mine(map({ ...note, key: 'links' }), any({ parent: [BEN, NEXT], key: 'x' }, 5)),
  ],
  [
    'a map in a field',
    'shape',
    () => mine(map({ ...note, key: 'fields' }), map({ parent: [BEN, NEXT], key: 'x' })),
  ],
  ['a value in a text', 'shape', () => mine(any(letters, 'x'))],
  ['a format', 'shape', () => mine(item(letters, 6, (to) => (string(to, 'bold'), string(to, 'true'))))],
  ['an embedded thing', 'shape', () => mine(item(letters, 5, (to) => string(to, '{}')))],
  ['JSON', 'shape', () => mine(item({ ...note, key: 'tone' }, 2, (to) => (uint(to, 1), string(to, '"x"'))))],
  [
    'binary',
    'shape',
    () => mine(item({ ...note, key: 'tone' }, 3, (to) => encoding.writeVarUint8Array(to, Uint8Array.of(1)))),
  ],
  [
    'a sub-document',
    'shape',
    () => mine(item({ ...note, key: 'tone' }, 9, (to) => (string(to, 'g'), encoding.writeAny(to, {})))),
  ],
  [
    'an XML type',
    'shape',
    () => mine(item({ ...note, key: 'text' }, 7, (to) => (uint(to, 3), string(to, 'p')))),
  ],
  ['an unknown content', 'unreadable', () => mine(item(letters, 11, (to) => uint(to, 1)))],
  ['another version', 'shape', () => mine(any({ root: 'meta', key: 'v' }, 2))],
]

describe('attacks change nothing', () => {
  test.each(attacks)('%s: %s', (_, why, attack) => {
    const on = sheet()
    const bytes = attack(on)
    const before = [Y.encodeStateAsUpdate(on.doc), [...on.claims.entries()], [...on.doc.share.keys()]]
    expect(send(on, bytes)).toEqual({ ok: false, why })
    expect([Y.encodeStateAsUpdate(on.doc), [...on.claims.entries()], [...on.doc.share.keys()]]).toEqual(
      before,
    )
  })

  // Each item names another right neighbour, so yjs compares every one with all before it: 8,000 of them take 13 s.
  test('rivals for one position', () => {
    const on = sheet()
    expect(send(on, mine(text(letters, 'x'.repeat(1000)))).ok).toBe(true)
    const rivals = (count: number) =>
      update([
        section(
          [BEN, NEXT + 1000],
          ...Array.from({ length: count }, (_, i) => text({ right: [BEN, NEXT + i] }, 'y')),
        ),
      ])
    expect(send(on, rivals(900))).toEqual({ ok: false, why: 'shape' })
    expect(send(on, rivals(20)).ok).toBe(true)
  })

  test('rivals for one key', () => {
    const on = sheet()
    const tones = (client: number, count: number) =>
      update([
        section([client, 0], ...Array.from({ length: count }, () => any({ ...note, key: 'tone' }, 'ciel'))),
      ])
    expect(send(on, tones(333, 900))).toEqual({ ok: false, why: 'shape' })
    expect(send(on, tones(333, 20)).ok).toBe(true)
  })

  test('a thousand ids in one sheet, a few in each update', () => {
    const on = sheet()
    const ids = (from: number) => update(Array.from({ length: 50 }, (_, i) => section([from + i, 0], gc(1))))
    const verdicts = Array.from({ length: 20 }, (_, i) => send(on, ids(1000 + 50 * i)).ok)
    expect(verdicts).toEqual([...Array<boolean>(19).fill(true), false])
  })
})
