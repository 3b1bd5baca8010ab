// A document as runes, with plain Y.Doc peers in place of the network: what is kept, what counts as saved, what survives.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { notesOf, readNotes } from '../../shared/board/note.ts'
import type { ConnectDoc, DocEvents } from './docWire.ts'
import { Doc } from './doc.svelte.ts'
import { FakeStorage } from './storage.fake.ts'

const KEY = 'tablee/GRVKMT/doc/pad.a1.s1'

/** The server's copy of one document, wired by hand: on and off, stored when the test says so. */
class Peer {
  doc = new Y.Doc()
  client!: Y.Doc
  events!: DocEvents
  connections = 0
  online: boolean

  constructor(online = true) {
    this.online = online
    this.doc.on('update', (update, origin) => {
      if (this.online && origin !== 'client') Y.applyUpdate(this.client, update, this)
    })
  }

  readonly connect: ConnectDoc = (_place, doc, events) => {
    this.client = doc
    this.events = events
    this.connections++
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (this.online && origin !== this) Y.applyUpdate(this.doc, update, 'client')
    })
    if (this.online) queueMicrotask(() => this.sync())
    return () => {}
  }

  sync(): void {
    this.online = true
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.client), 'client')
    Y.applyUpdate(this.client, Y.encodeStateAsUpdate(this.doc), this)
    this.events.synced()
  }

  /** All that has arrived is on disk now. */
  store(): void {
    this.events.saved(Y.decodeStateVector(Y.encodeStateVector(this.doc)))
  }

  texts(): string[] {
    return readNotes(this.doc).map((note) => note.text)
  }
}

const open: Doc[] = []
function pad(peer: Peer, keep = true): Doc {
  const doc = new Doc({ code: 'GRVKMT', token: 't', name: 'pad.a1.s1', keep, trusted: !keep }, peer.connect)
  open.push(doc)
  return doc
}
const frame = () => new Promise((done) => setTimeout(done, 60))
const texts = (doc: Doc) => doc.notes.map((note) => note.text)
/** The only copy on this device; null where there is none. */
const keptCopy = () => {
  const copies = Object.keys(localStorage).filter((key) => key.startsWith(KEY))
  expect(copies.length).toBeLessThan(2)
  return copies[0] ?? null
}

beforeEach(() => {
  FakeStorage.full = false
  vi.stubGlobal('localStorage', new FakeStorage())
})
afterEach(() => {
  for (const doc of open.splice(0)) doc.close()
})

describe('notes', () => {
  it('come from the document, in order, and go to the peer', async () => {
    const peer = new Peer()
    const doc = pad(peer)
    await frame()
    expect([doc.status, doc.ready]).toEqual(['live', true])
    doc.add({ id: 'n2', text: 'deux', order: 'a1' })
    doc.add({ id: 'n1', text: 'un', order: 'a0' })
    await frame()
    expect(texts(doc)).toEqual(['un', 'deux'])
    expect(peer.texts()).toEqual(['un', 'deux'])
  })

  it('keeps unchanged notes the same objects, so that only changed ones are drawn again', async () => {
    const doc = pad(new Peer())
    doc.add({ id: 'n1', text: 'un', order: 'a0' })
    doc.add({ id: 'n2', text: 'deux', order: 'a1' })
    await frame()
    const [first, second] = doc.notes
    doc.setText('n2', 'deux !')
    await frame()
    expect(doc.notes[0]).toBe(first)
    expect(doc.notes[1]).not.toBe(second)
  })

  it('are rebuilt at most once a frame, however many changes come', async () => {
    const doc = pad(new Peer())
    await frame()
    const seen = new Set<unknown>()
    const began = performance.now()
    for (let i = 0; i < 40; i++) {
      doc.add({ id: `n${i}`, text: `${i}` })
      await new Promise((done) => setTimeout(done, 1))
      seen.add(doc.notes)
    }
    await frame()
    expect(doc.notes).toHaveLength(40)
    // A busy machine takes long for forty turns: what counts is how many frames went by.
    expect(seen.size).toBeLessThan((performance.now() - began) / 45 + 2)
  })

  it('change by parts; under: null lifts out', async () => {
    const doc = pad(new Peer())
    doc.add({ id: 'n1', text: 'un', under: 'g1' })
    doc.patch('n1', { tone: 'ciel', at: [0.1, 0.2], hidden: true, fields: { who: 'Nadia' } })
    doc.patch('n1', { under: null, fields: { when: 'lundi' } })
    await frame()
    expect(doc.notes[0]).toMatchObject({
      tone: 'ciel',
      at: [0.1, 0.2],
      hidden: true,
      fields: { who: 'Nadia', when: 'lundi' },
    })
    expect(doc.notes[0]!.under).toBeUndefined()
  })

  it('can be taken away and brought back', async () => {
    const doc = pad(new Peer())
    doc.add({ id: 'n1', text: 'un' })
    doc.remove('n1')
    await frame()
    expect(texts(doc)).toEqual([])
    expect(doc.canUndo).toBe(true)
    doc.undo()
    await frame()
    expect(texts(doc)).toEqual(['un'])
  })
})

describe('saved', () => {
  it('means stored by the server, for each note by itself', async () => {
    const peer = new Peer()
    const doc = pad(peer)
    await frame()
    doc.add({ id: 'n1', text: 'un' })
    expect([...doc.unsaved]).toEqual(['n1'])
    peer.online = false
    const stored = Y.decodeStateVector(Y.encodeStateVector(peer.doc))
    doc.add({ id: 'n2', text: 'deux' })
    peer.events.saved(stored)
    expect([...doc.unsaved]).toEqual(['n2'])
  })

  it('covers deletions too: a shorter text and a removed note wait for the disk', async () => {
    const peer = new Peer()
    const doc = pad(peer)
    await frame()
    doc.add({ id: 'n1', text: 'un deux' })
    doc.add({ id: 'n2', text: 'trois' })
    peer.store()
    expect([...doc.unsaved]).toEqual([])
    const before = Y.decodeStateVector(Y.encodeStateVector(peer.doc))
    doc.setText('n1', 'un')
    doc.remove('n2')
    peer.events.saved(before)
    expect([...doc.unsaved].sort()).toEqual(['n1', 'n2'])
    peer.store()
    expect([...doc.unsaved]).toEqual([])
  })
})

describe('the copy on this device', () => {
  it('is there from the first keystroke until the server has stored it', async () => {
    const peer = new Peer()
    const doc = pad(peer)
    await frame()
    expect(keptCopy()).toBeNull()
    doc.add({ id: 'n1', text: 'u' })
    expect(keptCopy()).not.toBeNull()
    peer.store()
    expect(keptCopy()).toBeNull()
  })

  it('brings everything back after a reload in a dead spot, under a new client id, and delivers it', async () => {
    const first = pad(new Peer(false))
    first.add({ id: 'n1', text: 'écrite dans un tunnel' })
    const peer = new Peer(false)
    const again = pad(peer)
    expect([again.ready, texts(again), [...again.unsaved]]).toEqual([true, ['écrite dans un tunnel'], ['n1']])
    again.setText('n1', 'écrite dans un long tunnel')
    expect(new Set(Y.decodeStateVector(Y.encodeStateVector(peer.client)).keys()).size).toBe(2)
    peer.sync()
    expect(peer.texts()).toEqual(['écrite dans un long tunnel'])
    expect(keptCopy()).not.toBeNull()
    peer.store()
    expect([Object.keys(localStorage), again.unsaved.size]).toEqual([[], 0])
  })

  it('brings a removal back too, and keeps it until it has been stored', async () => {
    const peer = new Peer()
    const doc = pad(peer)
    doc.add({ id: 'n1', text: 'à retirer' })
    await frame()
    peer.store()
    peer.online = false
    doc.remove('n1')
    const same = new Peer(false)
    same.doc = peer.doc
    const again = pad(same)
    expect([again.notes, again.unsaved.size]).toEqual([[], 1])
    same.sync()
    expect(same.texts()).toEqual([])
    expect(keptCopy()).not.toBeNull()
    same.store()
    expect([keptCopy(), again.unsaved.size]).toEqual([null, 0])
  })

  it('is one for each of two tabs: neither writes over the words of the other, and both are delivered', async () => {
    const [one, two] = [pad(new Peer(false)), pad(new Peer(false))]
    one.add({ id: 'n1', text: 'onglet un' })
    two.add({ id: 'n2', text: 'onglet deux' })
    const peer = new Peer(false)
    const later = pad(peer)
    expect(texts(later).sort()).toEqual(['onglet deux', 'onglet un'])
    peer.sync()
    peer.store()
    expect(Object.keys(localStorage)).toEqual([])
  })

  it('stays where another tab has gone on writing meanwhile', async () => {
    const tab = pad(new Peer(false))
    tab.add({ id: 'n1', text: 'un' })
    const peer = new Peer(false)
    pad(peer)
    tab.add({ id: 'n2', text: 'deux' })
    peer.sync()
    peer.store()
    expect(texts(pad(new Peer(false))).sort()).toEqual(['deux', 'un'])
  })

  it('is told to be missing in a browser that keeps nothing', () => {
    FakeStorage.full = true
    const doc = pad(new Peer(false))
    expect(doc.kept).toBe(true)
    doc.add({ id: 'n1', text: 'un' })
    expect(doc.kept).toBe(false)
  })

  it('goes when it cannot be read', async () => {
    localStorage.setItem(KEY, JSON.stringify('pas du Yjs'))
    const doc = pad(new Peer())
    await frame()
    expect([doc.status, doc.notes, keptCopy()]).toEqual(['live', [], null])
  })
})

describe('rights that change (4503)', () => {
  it('carry one’s own sheet over into a fresh document', async () => {
    const peer = new Peer(false)
    const doc = pad(peer)
    doc.add({ id: 'n1', text: 'un' })
    const before = peer.client
    peer.events.changed()
    expect(peer.client).not.toBe(before)
    expect([peer.connections, doc.ready, [...doc.unsaved]]).toEqual([2, true, ['n1']])
    expect(texts(doc)).toEqual(['un'])
    peer.sync()
    peer.store()
    expect([peer.texts(), doc.unsaved.size]).toEqual([['un'], 0])
  })

  it('throw refused edits of a board away, and leave the old notes on screen until the new ones are there', async () => {
    const peer = new Peer()
    const doc = pad(peer, false)
    await frame()
    notesOf(peer.doc).set('n1', new Y.Map([['text', new Y.Text('du serveur')]] as [string, unknown][]))
    await frame()
    peer.online = false
    doc.add({ id: 'n2', text: 'refusée' })
    await frame()
    expect(texts(doc).sort()).toEqual(['du serveur', 'refusée'])
    peer.events.changed()
    await frame()
    expect(texts(doc).sort()).toEqual(['du serveur', 'refusée'])
    peer.sync()
    await frame()
    expect([texts(doc), peer.texts(), doc.unsaved.size]).toEqual([['du serveur'], ['du serveur'], 0])
  })
})

it('a final close is told with its code, and what was written stays', async () => {
  const peer = new Peer(false)
  const doc = pad(peer)
  doc.add({ id: 'n1', text: 'un' })
  await frame()
  peer.events.closed(4413)
  expect([doc.status, doc.closeCode, texts(doc)]).toEqual(['closed', 4413, ['un']])
  expect(keptCopy()).not.toBeNull()
})

describe('a damaged copy', () => {
  it('is thrown away and fetched again, where nothing here waits to be stored', async () => {
    const peer = new Peer()
    const doc = pad(peer)
    await frame()
    doc.add({ id: 'n1', text: 'écrit ici' })
    peer.events.differs()
    expect(peer.connections).toBe(1)
    peer.store()
    const before = peer.client
    peer.events.differs()
    await frame()
    expect(peer.connections).toBe(2)
    expect(peer.client).not.toBe(before)
    expect([texts(doc), doc.unsaved.size, keptCopy()]).toEqual([['écrit ici'], 0, null])
  })
})
