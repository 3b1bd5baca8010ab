// Joining, writing, leaving, letting go, restarting, failing disks, in any order: what was shown is kept, nothing doubles.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { handClock } from '../../tests/support/clock.ts'
import { moodyStore, WORKSHOP } from '../../tests/support/doc-room.ts'
import { FakeSocket } from '../../tests/support/fake-socket.ts'
import { figure, formOf, sized } from '../../tests/support/forms.ts'
import { freshSeed } from '../../tests/support/random.ts'
import { addNote, readNotes } from '../../shared/board/note.ts'
import { parseDocName } from '../../shared/ids.ts'
import { createDocs } from './docs.ts'
import { step1Frame, step2Frame, updateFrame } from './frames.ts'
import { quietHooks } from '../../tests/support/hooks.ts'

const BOARD = 'board.a1'
const action = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('write' as const), who: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('edit' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('join' as const), who: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave' as const), who: fc.nat(2) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wind' as const), ms: fc.constantFrom(0, 1, 20, 6000, 16_000) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const), on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
)
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never

/** A desk that keeps its document over disconnections, as the stock client does. */
class Desk {
  readonly doc = new Y.Doc()
  socket: FakeSocket | null = null
  written = 0

  constructor() {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.socket?.says(updateFrame(update))
    })
  }

  attach(socket: FakeSocket): void {
    this.socket = socket
    const send = socket.send.bind(socket)
    socket.send = (bytes) => {
      send(bytes)
      const frame = socket.frames.at(-1)!
      if ('update' in frame) Y.applyUpdate(this.doc, frame.update, this)
      if (frame.kind === 'step1')
        queueMicrotask(() => socket.says(step2Frame(Y.encodeStateAsUpdate(this.doc, frame.vector))))
    }
    socket.on('close', () => {
      if (this.socket === socket) this.socket = null
    })
  }
}

class World {
  readonly clock = handClock()
  readonly store = moodyStore()
  readonly desks = [new Desk(), new Desk(), new Desk()]
  /** Notes that somebody else has seen, or that the server was told are durable. */
  readonly acked = new Set<string>()
  docs = this.#house()
  #edits = 0

  async act(action: Action): Promise<void> {
    if (action.do === 'write') this.#write(action.who)
    if (action.do === 'edit') this.#edit()
    if (action.do === 'join') this.#join(action.who)
    if (action.do === 'leave') this.desks[action.who]!.socket?.terminate()
    if (action.do === 'wind') await this.clock.wind(action.ms)
    if (action.do === 'fail') this.store.fail(action.on)
    if (action.do === 'restart') {
      await this.docs.drain()
      this.docs = this.#house()
    }
    this.#look()
  }

  /** The disk works again, and everybody comes back. */
  async rest(): Promise<string[]> {
    this.store.fail(false)
    for (let i = 0; i < 4; i++) {
      this.desks.forEach((_, who) => this.#join(who))
      await this.clock.wind(300)
      await this.docs.notes(WORKSHOP, BOARD).catch(() => [])
      await this.clock.wind(6000)
    }
    this.#look()
    return (await this.docs.notes(WORKSHOP, BOARD)).map(({ id }) => id).sort()
  }

  #house() {
    const { store, clock } = this
    const hooks = quietHooks(() => 'write')
    return createDocs({ store, clock, log: () => undefined, hooks })
  }

  #join(who: number): void {
    const desk = this.desks[who]!
    if (desk.socket) return
    const socket = new FakeSocket()
    desk.attach(socket)
    const seat = { id: `f${who}`, role: 'facilitator' as const }
    this.docs.connect(socket.ws, {
      workshop: WORKSHOP,
      doc: BOARD,
      ref: parseDocName(BOARD)!,
      seat,
      saved: false,
    })
    socket.says(step1Frame(Y.encodeStateVector(desk.doc)))
  }

  #write(who: number): void {
    const desk = this.desks[who]!
    desk.doc.transact(() => addNote(desk.doc, { id: `d${who}-${desk.written++}`, text: 'x' }))
  }

  #edit(): void {
    const id = `server-${this.#edits++}`
    this.docs
      .edit(WORKSHOP, BOARD, (doc) => addNote(doc, { id, text: 'x' }))
      .then(
        () => this.acked.add(id),
        () => undefined,
      )
  }

  #look(): void {
    this.desks.forEach((desk, who) => {
      for (const { id } of readNotes(desk.doc)) if (!id.startsWith(`d${who}-`)) this.acked.add(id)
    })
  }
}

describe('the life of a document', () => {
  const [runs, most] = sized({ short: [300, 40], long: [1000, 100], soak: [10_000, 200] })
  const seed = formOf() === 'short' ? 3 : freshSeed()
  const title = 'keeps all that was shown and all that its writers kept, and all replicas end equal'

  it(`seed ${seed}: ${title}`, { timeout: runs * 1000 }, async () => {
    let done = 0
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: most, size: 'max' }), async (actions) => {
        const world = new World()
        for (const one of actions) await world.act(one)
        const notes = await world.rest()
        const written = world.desks.flatMap(({ written }, who) =>
          Array.from({ length: written }, (_, n) => `d${who}-${n}`),
        )
        expect(notes).toEqual(expect.arrayContaining([...world.acked, ...written]))
        for (const { doc } of world.desks)
          expect(
            readNotes(doc)
              .map(({ id }) => id)
              .sort(),
          ).toEqual(notes)
        await world.docs.drain()
        done += actions.length
      }),
      { seed, numRuns: runs },
    )
    figure('lives of a document', { seed, lives: runs, acts: done, lost: 0, doubled: 0, different: 0 })
  })
})
