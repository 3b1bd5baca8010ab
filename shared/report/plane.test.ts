// Planes and wheels of documents: every point is drawn once and inside, no card of a wheel hides another, nothing is lost.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Note } from '../board/note.ts'
import { CARD, pictureOf } from './board-picture.ts'
import { drawPlane } from './plane.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })

test('every point is on the plane under its number, and its label is below', () => {
  const points = fc.array(fc.record({ x: share, y: share, spreadX: share, spreadY: share }), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(points, (places) => {
      const named = places.map((place, i) => ({ ...place, mark: String(i + 1), label: `Point ${i + 1}` }))
      const { marks, width, height } = drawPlane({
        ...{ title: 'T', x: { label: 'Effort' }, y: { label: 'Impact' }, points: named },
        ...{ cut: { x: 0.5, y: 0.5 }, corners: ['a', 'b', 'c', 'd'] as const },
      })
      const discs = marks.filter((mark) => mark.is === 'disc')
      expect(discs).toHaveLength(places.length)
      for (const { x, y, r } of discs) {
        expect(x - r >= 59 && x + r <= 781).toBe(true)
        expect(y - r >= 11 && y + r <= 493).toBe(true)
      }
      const said = marks.flatMap((mark) => (mark.is === 'words' ? mark.lines : []))
      for (const { label } of named) expect(said).toContain(label)
      for (const mark of marks)
        if (mark.is === 'words') expect(mark.x <= width && mark.y <= height).toBe(true)
    }),
    { numRuns: 30 },
  )
})

const note = (id: string, under?: string): Note => ({
  ...{ id, text: `${id} `.repeat(20), tone: 'ciel', at: [0.5, 0.5], order: id },
  ...(under ? { under } : {}),
})

test('a wheel has all its cards, side by side, its ties, and what is loose below it', () => {
  const tree = fc.array(fc.nat(20), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(tree, fc.boolean(), (parents, withLoose) => {
      const notes = [
        note('centre'),
        ...parents.map((parent, i) =>
          note(`n${i}`, parent % (i + 1) === 0 ? 'centre' : `n${(parent % (i + 1)) - 1}`),
        ),
        ...(withLoose ? [note('loose')] : []),
      ]
      const { cards, ties } = pictureOf({ notes, zones: [], placed: false, tree: true })
      expect(cards.map((card) => card.note.id).sort()).toEqual(notes.map(({ id }) => id).sort())
      expect(ties.length).toBeGreaterThanOrEqual(parents.length)
      const overlap = cards.flatMap((a, i) =>
        cards
          .slice(i + 1)
          .filter((b) => Math.abs(a.x - b.x) < CARD.width && a.y < b.y + b.h && b.y < a.y + a.h),
      )
      expect(overlap).toEqual([])
    }),
    { numRuns: 60 },
  )
})
