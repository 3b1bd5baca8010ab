// @vitest-environment jsdom
// Ballots of one proposal a screen: complete or held, taken up where they were left, focus on each new proposal.
import type { OptionEntry } from '../../shared/voting.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import judgment from '../../shared/activities/majority-judgment/messages.json' with { type: 'json' }
import opinions from '../../shared/activities/opinion-groups/messages.json' with { type: 'json' }
import score from '../../shared/activities/score/messages.json' with { type: 'json' }
import axes from '../../shared/activities/two-axis/messages.json' with { type: 'json' }
import Axes from './Axes.svelte'
import Grades from './Grades.svelte'
import { freshDevice, Hand, OPTIONS, type Table } from './hand.fake.svelte.ts'
import Opinions from './Opinions.svelte'
import PaperWatch from '../ui/PaperWatch.svelte'
import Scores from './Scores.svelte'

const WORDS = ['reject', 'poor', 'passable', 'fairly-good', 'good', 'very-good']
const GRADES: Table = {
  kind: 'majority-judgment',
  type: 'grades',
  paper: { grades: WORDS.map((word) => `grade.${word}`), requireAll: true, shuffle: false },
  words: judgment,
}
const SCORE: Table = { kind: 'score', type: 'score', paper: { min: 0, max: 5 }, words: score }
const AXES: Table = { kind: 'two-axis', type: 'axes', paper: { min: 0, max: 10, midpoint: 5 }, words: axes }
const OPINIONS: Table = { kind: 'opinion-groups', type: 'opinions', paper: {}, words: opinions }

let hand: Hand
beforeEach(() => {
  vi.stubGlobal('localStorage', freshDevice())
  vi.stubGlobal('scrollTo', () => {})
})
afterEach(() => hand.leave())

const title = () => hand.names('heading')[0]

describe('grades', () => {
  it('are all in sight, the best first, none chosen beforehand', () => {
    hand = new Hand(Grades, GRADES)
    expect(hand.names('radio')).toEqual([
      'Très bien',
      'Bien',
      'Assez bien',
      'Passable',
      'Insuffisant',
      'À rejeter',
    ])
    expect(hand.checked()).toEqual([])
    expect(title()).toBe('Outils')
    expect(hand.text()).toContain('1 sur 4')
  })

  it('leave together once every proposal has one, as indexes from the worst', async () => {
    hand = new Hand(Grades, GRADES)
    for (const word of ['Bien', 'À rejeter', 'Très bien']) {
      await hand.press('radio', word)
      expect(hand.status()).toBe('pas encore envoyé')
      await hand.press('button', 'Suivante')
    }
    expect(hand.box.choices).toEqual([])
    await hand.press('radio', 'Passable')
    expect(hand.box.choices).toEqual([{ a: 4, b: 0, c: 5, d: 2 }])
    await hand.box.answer()
    expect(hand.status()).toBe('enregistré')
  })

  it('leave one by one where not all are asked for', async () => {
    hand = new Hand(Grades, { ...GRADES, paper: { ...GRADES.paper, requireAll: false } })
    await hand.press('radio', 'Bien')
    expect(hand.box.choices).toEqual([{ a: 4 }])
  })

  it('are found again after a reload, at the first proposal without one', async () => {
    hand = new Hand(Grades, GRADES)
    await hand.press('radio', 'Bien')
    hand.leave()
    hand = new Hand(Grades, GRADES)
    expect(title()).toBe('Bail')
    await hand.press('button', 'Proposition précédente')
    expect(title()).toBe('Outils')
    expect(hand.checked()).toEqual(['Bien'])
  })

  it('are read over as a whole, and changed from there', async () => {
    hand = new Hand(Grades, { ...GRADES, mine: { a: 4, b: 0, c: 5, d: 2 } })
    expect(title()).toBe('Votre bulletin')
    await hand.press('button', 'Bail À rejeter')
    expect(title()).toBe('Bail')
    await hand.press('radio', 'Bien')
    expect(hand.box.choices).toEqual([{ a: 4, b: 4, c: 5, d: 2 }])
  })

  it('go back to the recorded ballot when refused', async () => {
    hand = new Hand(Grades, { ...GRADES, mine: { a: 4, b: 0, c: 5, d: 2 } })
    await hand.press('button', 'Outils Bien')
    await hand.press('radio', 'Passable')
    await hand.box.answer({ ok: false, code: 'not-now' })
    expect(hand.checked()).toEqual(['Bien'])
    expect(hand.status()).toBe('Ce n’est pas possible à cette étape.')
  })

  it('move the focus to the new proposal, and radios share one name', async () => {
    hand = new Hand(Grades, GRADES)
    await hand.press('button', 'Suivante')
    expect(document.activeElement).toBe(hand.all('heading')[0])
    expect(title()).toBe('Bail')
    expect(new Set(hand.all('radio').map((radio) => (radio as HTMLInputElement).name)).size).toBe(1)
  })

  it('stand in an order of the seat’s own', () => {
    const paper = { ...GRADES.paper, shuffle: true }
    const firsts = Array.from({ length: 12 }, (_, i) => {
      hand = new Hand(Grades, { ...GRADES, paper, seat: `s${i}` })
      const first = title()
      hand.leave()
      return first
    })
    expect(new Set(firsts).size).toBeGreaterThan(1)
  })

  it('lead to the proposal with the question of the room', () => {
    hand = new Hand(Grades, { ...GRADES, question: 'Pour l’assemblée, elle est…' })
    expect(hand.text()).toContain('Pour l’assemblée, elle est…')
    expect(hand.text()).not.toContain('J’estime que cette proposition est…')
  })
})

describe('scores', () => {
  it('are sent one by one; no opinion is left out of the ballot and remembered here', async () => {
    hand = new Hand(Scores, SCORE)
    await hand.press('radio', '4')
    await hand.press('button', 'Suivante')
    await hand.press('radio', 'Sans avis')
    expect(hand.checked()).toEqual(['Sans avis'])
    expect(hand.box.choices).toEqual([{ a: 4 }])
    hand.leave()
    hand = new Hand(Scores, { ...SCORE, mine: { a: 4 } })
    expect(title()).toBe('Caisse')
  })

  it('can be taken back to no opinion', async () => {
    hand = new Hand(Scores, { ...SCORE, mine: { a: 0, b: 5, c: 1, d: 2 } })
    await hand.press('button', 'Outils note 0')
    await hand.press('radio', 'Sans avis')
    expect(hand.box.choices).toEqual([{ b: 5, c: 1, d: 2 }])
  })

  it('withdraw the ballot with the last of them', async () => {
    hand = new Hand(Scores, { ...SCORE, mine: { a: 3 } })
    await hand.press('button', 'Proposition précédente')
    await hand.press('radio', 'Sans avis')
    expect(hand.box.choices).toEqual([null])
  })
})

describe('a place on two axes', () => {
  const sliders = () => hand.all('slider') as HTMLInputElement[]

  it('is set by two sliders that say their value in words', () => {
    hand = new Hand(Axes, AXES)
    expect(hand.names('slider')).toEqual(['Effort', 'Impact'])
    expect(sliders()[0]!.getAttribute('aria-valuetext')).toBe('pas encore placée')
    hand.enter(sliders()[0]!, '7.5', 'input', 'change')
    expect(hand.box.choices).toEqual([{ a: { x: 7.5, y: 5 } }])
    expect(sliders()[0]!.getAttribute('aria-valuetext')).toBe('Effort 7,5')
  })

  it('is given in when the finger leaves the pad, not while it moves', () => {
    hand = new Hand(Axes, AXES)
    const pad = document.querySelector('.pad')!
    pad.getBoundingClientRect = () => ({ left: 0, top: 0, width: 200, height: 100 }) as DOMRect
    const point = (type: string, clientX: number, clientY: number) =>
      pad.dispatchEvent(new MouseEvent(type, { clientX, clientY, bubbles: true }))
    point('pointerdown', 20, 90)
    point('pointermove', 150, 25)
    expect(hand.box.choices).toEqual([])
    point('pointerup', 150, 25)
    expect(hand.box.choices).toEqual([{ a: { x: 7.5, y: 7.5 } }])
  })

  it('can be taken out of the frame', async () => {
    hand = new Hand(Axes, { ...AXES, mine: { a: { x: 1, y: 2 }, b: { x: 3, y: 4 } } })
    await hand.press('button', 'Proposition précédente')
    await hand.press('button', 'Retirer du cadre')
    expect(hand.box.choices).toEqual([{ a: { x: 1, y: 2 } }])
  })

  it('springs back when refused', async () => {
    hand = new Hand(Axes, { ...AXES, mine: { a: { x: 1, y: 2 } } })
    await hand.press('button', 'Proposition précédente')
    hand.enter(sliders()[1]!, '9', 'input', 'change')
    expect(sliders()[1]!.value).toBe('9')
    await hand.box.answer({ ok: false, code: 'closed' })
    expect(sliders()[1]!.value).toBe('2')
  })
})

describe('opinions', () => {
  it('go on to the next statement by themselves', async () => {
    hand = new Hand(Opinions, OPINIONS)
    const first = title()!
    await hand.press('button', 'Pas d’accord')
    expect(title()).not.toBe(first)
    expect(document.activeElement).toBe(hand.all('heading')[0])
    const id = OPTIONS.find(({ label }) => label === first)!.id
    expect(hand.box.choices).toEqual([{ [id]: -1 }])
  })

  it('count a pass as seen', async () => {
    hand = new Hand(Opinions, { ...OPINIONS, mine: { a: 1, b: -1, c: 0 } })
    expect(title()).toBe('Halle')
    await hand.press('button', 'Passer')
    expect(hand.box.choices).toEqual([{ a: 1, b: -1, c: 0, d: 0 }])
    expect(title()).toBe('Votre bulletin')
  })

  it('show the answer given, as pressed', async () => {
    hand = new Hand(Opinions, { ...OPINIONS, mine: { a: 1, b: 1, c: 1, d: 1 } })
    await hand.press('button', 'Bail')
    expect(hand.find('button', 'D’accord').getAttribute('aria-pressed')).toBe('true')
    expect(hand.find('button', 'Pas d’accord').getAttribute('aria-pressed')).toBe('false')
  })
})

describe('a paper that changes under the finger', () => {
  const [a, b, c, d] = OPTIONS as [OptionEntry, OptionEntry, OptionEntry, OptionEntry]
  const late = { id: 'e', label: 'Tardive' }

  it('leaves the statement on the screen where it is when an earlier one goes', async () => {
    hand = new Hand(Opinions, { ...OPINIONS, mine: { a: 1, b: -1 } })
    const shown = OPTIONS.find(({ label }) => label === title())!
    await hand.tell(
      [b, c, d].filter(({ id }) => id === shown.id || id !== 'b'),
      { b: -1 },
    )
    expect(title()).toBe(shown.label)
    await hand.press('button', 'D’accord')
    expect(hand.box.choices.at(-1)).toMatchObject({ [shown.id]: 1 })
  })

  it('takes no answer for the next one when the one on the screen goes', async () => {
    hand = new Hand(Opinions, OPINIONS)
    const shown = title()
    await hand.tell(OPTIONS.filter(({ label }) => label !== shown))
    expect(title()).toBe('Cette proposition n’est plus dans le vote.')
    expect(hand.names('button')).not.toContain('D’accord')
    await hand.press('button', 'Suivante')
    expect(OPTIONS.map(({ label }) => label)).toContain(title())
    expect(hand.box.choices).toEqual([])
  })

  it('is told: whether this ballot is to be done again, read again, or is not concerned, and what has joined', async () => {
    for (const [mine, next, words] of [
      [{ a: 1 }, undefined, '« Outils » n’est plus dans le vote : votez à nouveau.'],
      [{ a: 1, b: 1 }, { b: 1 }, '« Outils » n’est plus dans le vote : relisez votre bulletin.'],
      [undefined, undefined, '« Outils » n’est plus dans le vote.'],
    ] as const) {
      hand = new Hand(PaperWatch, { ...OPINIONS, mine })
      expect(hand.status()).toBe('')
      await hand.tell([b, c, d], next)
      // The news are a part of their own, loaded when there are some.
      await vi.waitFor(() => expect(hand.status()).toBe(words), { timeout: 20_000 })
      await hand.tell([b, c, d, late], next)
      expect(hand.status()).toContain('1 nouvelle proposition dans le vote')
      hand.leave()
    }
  })

  it('keeps grades in the order of this phone, what joins coming last', async () => {
    const paper = { ...GRADES.paper, shuffle: true, requireAll: false }
    hand = new Hand(Grades, { ...GRADES, paper, mine: { a: 1, b: 1, c: 1, d: 1 } })
    const before = hand.names('button').map((name) => name.split(' ')[0])
    await hand.tell([b, c, d, late], { b: 1, c: 1, d: 1 })
    const order = hand.names('button').map((name) => name.split(' ')[0])
    const kept = before.filter((label) => label !== a.label)
    expect(order.slice(0, 4)).toEqual([...kept.slice(0, 3), 'Tardive'])
  })
})
