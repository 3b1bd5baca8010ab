// @vitest-environment jsdom
// Ballots that are one list: what is sent, what a refusal gives back, how they are read and worked by keyboard.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import approval from '../../shared/activities/approval/messages.json' with { type: 'json' }
import gradients from '../../shared/activities/gradients/messages.json' with { type: 'json' }
import multiple from '../../shared/activities/multiple-choice/messages.json' with { type: 'json' }
import resolution from '../../shared/activities/resolution/messages.json' with { type: 'json' }
import single from '../../shared/activities/single-choice/messages.json' with { type: 'json' }
import { freshDevice, Hand, OPTIONS, type Table } from './hand.fake.svelte.ts'
import PickMany from './PickMany.svelte'
import PickOne from './PickOne.svelte'
import Scale from './Scale.svelte'

const SINGLE: Table = { kind: 'single-choice', type: 'single', paper: { allowBlank: true }, words: single }
const MULTIPLE: Table = {
  kind: 'multiple-choice',
  type: 'multiple',
  paper: { min: 2, max: 3, shuffle: true },
  words: multiple,
}
const SCALE: Table = {
  kind: 'gradients',
  type: 'scale',
  paper: { options: [], min: 1, max: 8, labels: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `level.${n}`) },
  words: gradients,
}

let hand: Hand
beforeEach(() => void vi.stubGlobal('localStorage', freshDevice()))
afterEach(() => hand.leave())

describe('one answer', () => {
  it('is sent as the id of the option, at once, and can be changed', async () => {
    hand = new Hand(PickOne, SINGLE)
    expect(hand.checked()).toEqual([])
    await hand.press('radio', 'Bail')
    expect(hand.status()).toBe('envoi en cours')
    await hand.box.answer()
    expect(hand.status()).toBe('enregistré')
    await hand.press('radio', 'Halle')
    expect(hand.box.choices).toEqual(['b', 'd'])
  })

  it('can be blank, apart from the others, and be withdrawn', async () => {
    hand = new Hand(PickOne, SINGLE)
    expect(hand.names('radio')).toEqual(['Outils', 'Bail', 'Caisse', 'Halle', 'Voter blanc'])
    await hand.press('radio', 'Voter blanc')
    await hand.box.answer()
    await hand.press('button', 'Retirer ma réponse')
    expect(hand.box.choices).toEqual(['blank', null])
    expect(hand.checked()).toEqual([])
  })

  it('offers no blank vote where there is none', () => {
    hand = new Hand(PickOne, { ...SINGLE, paper: { allowBlank: false } })
    expect(hand.names('radio')).not.toContain('Voter blanc')
  })

  it('falls back to the last recorded choice when it is refused, and says why', async () => {
    hand = new Hand(PickOne, { ...SINGLE, mine: 'a' })
    expect(hand.checked()).toEqual(['Outils'])
    await hand.press('radio', 'Caisse')
    expect(hand.checked()).toEqual(['Caisse'])
    await hand.box.answer({ ok: false, code: 'closed' })
    expect(hand.checked()).toEqual(['Outils'])
    expect(hand.status()).toBe('C’est clos.')
  })

  it('says the choices of a resolution in the reader’s language, under its text', async () => {
    const options = ['for', 'against', 'abstain', 'blank'].map((id) => ({ id, label: id }))
    const paper = { options, text: [{ id: 't', label: 'Les comptes sont approuvés.' }] }
    hand = new Hand(PickOne, { kind: 'resolution', type: 'single', paper, words: resolution })
    expect(hand.names('radio')).toEqual(['Pour', 'Contre', 'Abstention', 'Blanc'])
    expect(hand.text()).toContain('Les comptes sont approuvés.')
    await hand.press('radio', 'Blanc')
    expect(hand.box.choices).toEqual(['blank'])
  })

  it('is one group of native radios, with the question as its name', () => {
    hand = new Hand(PickOne, { ...SINGLE, question: 'Laquelle d’abord ?' })
    expect(new Set(hand.all('radio').map((radio) => (radio as HTMLInputElement).name)).size).toBe(1)
    expect(document.querySelector('legend')!.textContent).toBe('Laquelle d’abord ?')
  })
})

describe('several answers', () => {
  it('are kept on the phone until there are enough, then sent together', async () => {
    hand = new Hand(PickMany, MULTIPLE)
    await hand.press('checkbox', 'Bail')
    expect(hand.box.choices).toEqual([])
    expect(hand.status()).toBe('pas encore envoyé')
    await hand.press('checkbox', 'Halle')
    expect(hand.box.choices).toEqual([['b', 'd']])
    expect(hand.text()).toContain('2 sur 3')
  })

  it('never go over the most: the box springs back and the counter says so', async () => {
    hand = new Hand(PickMany, { ...MULTIPLE, mine: ['a', 'b', 'c'] })
    await hand.press('checkbox', 'Halle')
    expect(hand.checked().sort()).toEqual(['Bail', 'Caisse', 'Outils'])
    expect(hand.text()).toContain('3 au plus')
    expect(hand.box.choices).toEqual([])
  })

  it('that are too few again are held, and the recorded ballot still stands', async () => {
    hand = new Hand(PickMany, { ...MULTIPLE, mine: ['a', 'b'] })
    await hand.press('checkbox', 'Bail')
    expect(hand.checked()).toEqual(['Outils'])
    expect(hand.status()).toBe('changement pas encore envoyé')
    expect(hand.box.choices).toEqual([])
  })

  it('withdraw the ballot with the last of them, and send nothing where nothing was sent', async () => {
    hand = new Hand(PickMany, { ...MULTIPLE, mine: ['a'], paper: { ...MULTIPLE.paper, min: 1 } })
    await hand.press('checkbox', 'Outils')
    expect(hand.box.choices).toEqual([null])
    await hand.box.answer()
    hand.leave()
    hand = new Hand(PickMany, MULTIPLE)
    await hand.press('checkbox', 'Bail')
    await hand.press('checkbox', 'Bail')
    expect(hand.box.choices).toEqual([])
  })

  it('once sent leave no draft behind: what the server says counts', async () => {
    hand = new Hand(PickMany, MULTIPLE)
    await hand.press('checkbox', 'Bail')
    await hand.press('checkbox', 'Halle')
    await hand.box.answer()
    hand.leave()
    hand = new Hand(PickMany, { ...MULTIPLE, mine: ['a', 'c'] })
    expect(hand.checked().sort()).toEqual(['Caisse', 'Outils'])
  })

  it('can be none: a blank ballot, or none at all', async () => {
    hand = new Hand(PickMany, { ...MULTIPLE, mine: ['a', 'b'] })
    await hand.press('checkbox', 'Aucune de ces propositions')
    await hand.box.answer()
    await hand.press('checkbox', 'Aucune de ces propositions')
    expect(hand.box.choices).toEqual([[], null])
  })

  it('come in an order of the seat’s own, always the same one, unless the paper says otherwise', () => {
    const orderFor = (seat: string, paper = MULTIPLE.paper) => {
      hand = new Hand(PickMany, { ...MULTIPLE, seat, paper })
      const order = hand.names('checkbox').slice(0, -1)
      hand.leave()
      return order.join()
    }
    const orders = Array.from({ length: 12 }, (_, i) => orderFor(`s${i}`))
    expect(orderFor('s3')).toBe(orders[3])
    expect(new Set(orders).size).toBeGreaterThan(3)
    expect(orderFor('s3', { ...MULTIPLE.paper, shuffle: false })).toBe('Outils,Bail,Caisse,Halle')
  })

  it('of an approval have no limit and say what a tick means', async () => {
    hand = new Hand(PickMany, { kind: 'approval', type: 'approval', paper: { seats: 1 }, words: approval })
    for (const { label } of OPTIONS) await hand.press('checkbox', label)
    expect(hand.box.choices[0]).toHaveLength(1)
    expect(hand.checked()).toHaveLength(4)
    expect(hand.names('checkbox').filter((name) => name.endsWith('Je soutiens'))).toHaveLength(4)
  })
})

describe('a level of a scale', () => {
  it('is sent as its number, read with its number and its sentence', async () => {
    hand = new Hand(Scale, SCALE)
    expect(hand.names('radio')[6]).toBe('7 Désaccord sérieux')
    await hand.press('radio', '3 Soutien')
    expect(hand.box.choices).toEqual([3])
  })

  it('can be 0', async () => {
    const paper = { options: [], min: 0, max: 4, labels: [1, 2, 3, 4, 5].map((n) => `level.${n}`) }
    hand = new Hand(Scale, { ...SCALE, paper, mine: 0 })
    expect(hand.checked()).toEqual(['0 Adhésion totale'])
  })

  it('says words written by hand', () => {
    hand = new Hand(Scale, { ...SCALE, paper: { ...SCALE.paper, ownLabels: ['Chic'] } })
    expect(hand.names('radio').slice(0, 2)).toEqual(['1 Chic', '2 D’accord, à un détail près'])
  })
})

describe('« J’ai fini »', () => {
  it('tells the room, and can be taken back', async () => {
    hand = new Hand(PickOne, SINGLE)
    await hand.press('button', 'J’ai fini')
    await hand.press('button', 'C’est dit')
    expect(hand.commands).toEqual([
      { kind: 'done', on: true },
      { kind: 'done', on: false },
    ])
  })

  it('is not to be said of a ballot that was not sent', async () => {
    hand = new Hand(PickMany, MULTIPLE)
    await hand.press('checkbox', 'Bail')
    await hand.press('button', 'J’ai fini')
    expect(hand.commands).toEqual([])
  })
})

describe('an option that the desk takes off the paper', () => {
  it('is left out of what was held on the phone', async () => {
    hand = new Hand(PickMany, { ...MULTIPLE, paper: { ...MULTIPLE.paper, min: 2 } })
    await hand.press('checkbox', 'Bail')
    hand.leave()
    const options = OPTIONS.filter(({ id }) => id !== 'b')
    hand = new Hand(PickMany, { ...MULTIPLE, paper: { ...MULTIPLE.paper, options, rev: 2 } })
    await hand.press('checkbox', 'Outils')
    await hand.press('checkbox', 'Halle')
    expect(hand.box.choices).toEqual([['a', 'd']])
  })
})
