// @vitest-environment jsdom
// Ballots that are built move by move: ranking, credits, duels, and answers with words.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import consent from '../../shared/activities/consent/messages.json' with { type: 'json' }
import election from '../../shared/activities/election-without-candidate/messages.json' with { type: 'json' }
import pairwise from '../../shared/activities/pairwise/messages.json' with { type: 'json' }
import quadratic from '../../shared/activities/quadratic/messages.json' with { type: 'json' }
import ranking from '../../shared/activities/ranking/messages.json' with { type: 'json' }
import type { Game } from '../../shared/activities/pairwise/games.ts'
import { keep } from '../lib/keep.ts'
import Budget from './Budget.svelte'
import Consent from './Consent.svelte'
import { freshDevice, Hand, OPTIONS, type Table } from './hand.fake.svelte.ts'
import Nominate from './Nominate.svelte'
import Pairs from './Pairs.svelte'
import RankList from './RankList.svelte'

const RANKING: Table = { kind: 'ranking', type: 'ranking', paper: { rule: 'schulze' }, words: ranking }
const CREDITS: Table = {
  kind: 'quadratic',
  type: 'credits',
  paper: { credits: 10, allowNegative: false },
  words: quadratic,
}
const PAIRS: Table = { kind: 'pairwise', type: 'pairs', paper: { perPerson: 3 }, words: pairwise }
const CONSENT: Table = { kind: 'consent', type: 'consent', paper: {}, words: consent }
const ELECTION: Table = {
  kind: 'election-without-candidate',
  type: 'nomination',
  paper: { role: 'Délégué', criteria: ['disponible'] },
  words: election,
}

let hand: Hand
beforeEach(() => {
  vi.stubGlobal('localStorage', freshDevice())
  vi.stubGlobal('scrollTo', () => {})
})
afterEach(() => {
  hand.leave()
  vi.useRealTimers()
})

describe('a ranking', () => {
  const last = () => hand.box.choices.at(-1)

  it('grows in the order of taps and leaves the rest unranked', async () => {
    hand = new Hand(RankList, RANKING)
    await hand.press('button', 'Caisse')
    await hand.press('button', 'Outils')
    await hand.box.answer()
    await hand.box.answer()
    expect(last()).toEqual([['c'], ['a']])
    expect(hand.text()).toContain('2 non classées, en dernier à égalité')
    expect(hand.names('button').slice(0, 2)).toEqual(['rang 1 Caisse', 'rang 2 Outils'])
  })

  it('is moved by buttons that name the proposal, and the focus goes along', async () => {
    hand = new Hand(RankList, { ...RANKING, mine: [['a'], ['b'], ['c']] })
    await hand.press('button', 'rang 3')
    await hand.press('button', 'Monter « Caisse »')
    expect(last()).toEqual([['a'], ['c'], ['b']])
    expect(document.activeElement).toBe(hand.find('button', 'Monter « Caisse »'))
    expect(hand.text()).toContain('« Caisse », rang 2')
    await hand.box.answer()
    await hand.press('button', 'Descendre « Caisse »')
    expect(last()).toEqual([['a'], ['b'], ['c']])
  })

  it('knows equal ranks', async () => {
    hand = new Hand(RankList, { ...RANKING, mine: [['a'], ['b'], ['c']] })
    await hand.press('button', 'rang 2')
    await hand.press('button', 'Mettre « Bail » à égalité')
    expect(last()).toEqual([['a', 'b'], ['c']])
    expect(hand.names('button')[0]).toMatch(/^rang 1 Outils.*à égalité$/)
    await hand.box.answer()
    await hand.press('button', 'Séparer « Bail »')
    expect(last()).toEqual([['a'], ['b'], ['c']])
  })

  /** Rows of 50 with 6 between them, the first at the top. */
  function laidOut() {
    const rows = [...document.querySelectorAll<HTMLElement>('ol [data-option]')]
    const box = (top: number, height: number) => ({ top, bottom: top + height, height }) as DOMRect
    rows.forEach((row, i) => (row.getBoundingClientRect = () => box(200 + i * 56, 50)))
    document.querySelector('ol')!.getBoundingClientRect = () => box(200, 300)
    const grip = (i: number) => rows[i]!.querySelector<HTMLElement>('.grip')!
    return (i: number, type: string, clientY: number) => {
      grip(i).setPointerCapture = () => {}
      grip(i).dispatchEvent(new MouseEvent(type, { clientY, bubbles: true, cancelable: true }))
    }
  }

  it('is carried by hand to another place, which is sent as it is put down', async () => {
    hand = new Hand(RankList, { ...RANKING, mine: [['a'], ['b'], ['c']] })
    const point = laidOut()
    point(2, 'pointerdown', 330)
    point(2, 'pointermove', 250)
    expect(hand.box.choices).toEqual([])
    point(2, 'pointerup', 250)
    expect(last()).toEqual([['a'], ['c'], ['b']])
    await hand.box.answer()
    expect(hand.text()).toContain('« Caisse », rang 2')
  })

  it('lies as it lay where a carried proposal is let go of at its place, or the system takes the finger away', () => {
    hand = new Hand(RankList, { ...RANKING, mine: [['a'], ['b'], ['c']] })
    const point = laidOut()
    point(0, 'pointerdown', 220)
    point(0, 'pointermove', 235)
    point(0, 'pointerup', 235)
    point(0, 'pointerdown', 220)
    point(0, 'pointermove', 330)
    point(0, 'pointercancel', 330)
    point(0, 'pointerup', 330)
    expect(hand.box.choices).toEqual([])
  })

  it('does nothing at its ends', async () => {
    hand = new Hand(RankList, { ...RANKING, mine: [['a'], ['b']] })
    await hand.press('button', 'rang 1')
    expect(hand.find('button', 'Monter').getAttribute('aria-disabled')).toBe('true')
    await hand.press('button', 'Monter « Outils »')
    expect(hand.box.choices).toEqual([])
  })

  it('is withdrawn with its last proposal', async () => {
    hand = new Hand(RankList, { ...RANKING, mine: [['a']] })
    await hand.press('button', 'rang 1')
    await hand.press('button', 'Retirer « Outils »')
    expect(last()).toBeNull()
    expect(document.activeElement).toBe(hand.all('button')[0])
  })

  it('goes back to the recorded order when refused', async () => {
    hand = new Hand(RankList, { ...RANKING, mine: [['a'], ['b']] })
    await hand.press('button', 'Halle')
    await hand.box.answer({ ok: false, code: 'not-now' })
    expect(hand.names('button').slice(0, 3)).toEqual(['rang 1 Outils', 'rang 2 Bail', 'Caisse'])
  })
})

describe('credits', () => {
  it('say what votes cost and what the next one would', async () => {
    hand = new Hand(Budget, CREDITS)
    for (let i = 0; i < 3; i++) await hand.press('button', 'Ajouter une voix à « Bail »')
    expect(hand.box.choices[0]).toEqual({ b: 1 })
    expect(hand.text()).toContain('3 voix, 9 crédits la prochaine coûte 7')
    expect(hand.text()).toContain('Il reste 1 crédit')
  })

  it('cannot be overspent', async () => {
    hand = new Hand(Budget, { ...CREDITS, mine: { b: 3 } })
    const add = hand.find('button', 'Ajouter une voix à « Bail »')
    expect(add.getAttribute('aria-disabled')).toBe('true')
    await hand.press('button', 'Ajouter une voix à « Bail »')
    expect(hand.box.choices).toEqual([])
    await hand.press('button', 'Ajouter une voix à « Halle »')
    expect(hand.box.choices).toEqual([{ b: 3, d: 1 }])
  })

  it('come back with a vote taken off; none left withdraws the ballot', async () => {
    hand = new Hand(Budget, { ...CREDITS, mine: { a: 1 } })
    await hand.press('button', 'Retirer une voix à « Outils »')
    expect(hand.box.choices).toEqual([null])
    await hand.press('button', 'Retirer une voix à « Outils »')
    expect(hand.box.choices).toHaveLength(1)
  })

  it('buy votes against where the paper allows them', async () => {
    hand = new Hand(Budget, { ...CREDITS, paper: { credits: 10, allowNegative: true } })
    await hand.press('button', 'Retirer une voix à « Outils »')
    await hand.press('button', 'Retirer une voix à « Outils »')
    await hand.box.answer()
    expect(hand.box.choices.at(-1)).toEqual({ a: -2 })
    expect(hand.text()).toContain('2 voix contre, 4 crédits')
  })
})

describe('duels', () => {
  const idOf = (label: string) => OPTIONS.find((option) => option.label === label)!.id
  const sides = () => hand.names('button').slice(0, 2)

  it('send who won, against whom, and never the same pair twice', async () => {
    hand = new Hand(Pairs, PAIRS)
    const seen: string[] = []
    for (let i = 0; i < 3; i++) {
      const [first, second] = sides()
      seen.push([idOf(first!), idOf(second!)].sort().join())
      await hand.press('button', i === 0 ? first! : second!)
    }
    await hand.box.answer()
    const games = hand.box.choices.at(-1) as Game[]
    expect(games.map(([a, b]) => [a, b].sort().join())).toEqual(seen)
    expect(games.map(([, , result]) => result)).toEqual([1, 0, 0])
    expect(new Set(seen).size).toBe(3)
    expect(hand.text()).toContain('Merci, vous avez fait tous vos duels.')
  })

  it('know a tie; "I do not know" is no game', async () => {
    hand = new Hand(Pairs, PAIRS)
    const first = sides()
    await hand.press('button', 'Je ne sais pas')
    expect(hand.box.choices).toEqual([])
    expect(sides()).not.toEqual(first)
    await hand.press('button', 'À égalité')
    expect((hand.box.choices[0] as Game[])[0]![2]).toBe(0.5)
  })

  it('can be gone back to and decided otherwise', async () => {
    hand = new Hand(Pairs, PAIRS)
    const first = sides()
    await hand.press('button', first[0]!)
    const second = sides()
    await hand.press('button', 'Revenir au duel précédent')
    expect(sides()).toEqual(first)
    expect(hand.find('button', first[0]!).getAttribute('aria-pressed')).toBe('true')
    await hand.press('button', first[1]!)
    expect(sides()).toEqual(second)
    await hand.box.answer()
    await hand.box.answer()
    expect(hand.box.choices.at(-1)).toEqual([[idOf(first[0]!), idOf(first[1]!), 0]])
  })

  it('stay where they were after a reload', async () => {
    hand = new Hand(Pairs, PAIRS)
    await hand.press('button', 'Je ne sais pas')
    const next = sides()
    hand.leave()
    hand = new Hand(Pairs, PAIRS)
    expect(sides()).toEqual(next)
  })
})

describe('consent', () => {
  const field = () => hand.find('textbox', 'Votre raison')

  it('is sent at once', async () => {
    hand = new Hand(Consent, CONSENT)
    await hand.press('radio', 'Je consens')
    expect(hand.box.choices).toEqual([{ answer: 'consent' }])
  })

  it('shows what an amended text was, in words and not by lines alone', () => {
    const options = [{ id: 'a', label: 'Ouvrir le samedi' }]
    const was = [
      { id: 'b', label: 'Ouvrir le samedi demain' },
      { id: 'z', label: 'Sans chef' },
    ]
    hand = new Hand(Consent, { ...CONSENT, paper: { options, was } })
    const gone = [...document.querySelectorAll('del')].map((one) => one.textContent)
    expect(gone.join('|')).toMatch(/Retiré\u00a0:.* demain\|Sans chef/)
    expect(document.querySelector('li.gone b')?.textContent).toBe('Retiré\u00a0:')
  })

  it('holds an objection until it has its reason', async () => {
    hand = new Hand(Consent, CONSENT)
    await hand.press('radio', 'J’ai une objection')
    expect(hand.box.choices).toEqual([])
    expect(hand.status()).toBe('pas encore envoyé')
    expect(hand.text()).toContain('Une objection s’accompagne de sa raison.')
    expect((field() as HTMLTextAreaElement).required).toBe(true)
    hand.enter(field(), 'Trop de bruit', 'input', 'blur')
    expect(hand.box.choices).toEqual([{ answer: 'objection', reason: 'Trop de bruit' }])
    expect(hand.text()).toContain('Vos mots seront montrés à la salle, avec votre prénom.')
  })

  it('withdraws the consent given before, lest it count while the objection is being written', async () => {
    hand = new Hand(Consent, { ...CONSENT, mine: { answer: 'consent' } })
    await hand.press('radio', 'J’ai une objection')
    expect(hand.box.choices).toEqual([null])
    expect(hand.checked()).toEqual(['J’ai une objection'])
    expect(hand.status()).toBe('pas encore envoyé')
  })

  it('sends words after a pause in the typing, and keeps them meanwhile', async () => {
    vi.useFakeTimers()
    hand = new Hand(Consent, CONSENT)
    await hand.press('radio', 'J’ai une objection')
    hand.enter(field(), 'Trop', 'input')
    vi.advanceTimersByTime(500)
    hand.enter(field(), 'Trop de bruit', 'input')
    vi.advanceTimersByTime(500)
    expect(hand.box.choices).toEqual([])
    vi.advanceTimersByTime(500)
    expect(hand.box.choices).toEqual([{ answer: 'objection', reason: 'Trop de bruit' }])
  })

  it('finds the words again when an answer is changed and changed back', async () => {
    hand = new Hand(Consent, CONSENT)
    await hand.press('radio', 'J’ai une objection')
    hand.enter(field(), 'Trop de bruit', 'input', 'blur')
    await hand.press('radio', 'Je consens')
    await hand.press('radio', 'J’ai une objection')
    expect((field() as HTMLTextAreaElement).value).toBe('Trop de bruit')
    await hand.box.answer()
    await hand.box.answer()
    expect(hand.box.choices.at(-1)).toEqual({ answer: 'objection', reason: 'Trop de bruit' })
  })

  it('keeps the words that a refusal did not take', async () => {
    hand = new Hand(Consent, { ...CONSENT, mine: { answer: 'objection', reason: 'Bruit' } })
    hand.enter(field(), 'Bruit et odeurs', 'input', 'blur')
    await hand.box.answer({ ok: false, code: 'too-long' })
    expect(hand.checked()).toEqual(['J’ai une objection'])
    expect((field() as HTMLTextAreaElement).value).toBe('Bruit et odeurs')
    expect(hand.status()).toBe('Le texte est trop long.')
  })

  it('gives in what a reload found written', async () => {
    keep('GRVKMT/draft/p1', { answer: 'objection', reason: 'Trop de bruit' })
    hand = new Hand(Consent, CONSENT)
    expect(hand.box.choices).toEqual([{ answer: 'objection', reason: 'Trop de bruit' }])
    expect((field() as HTMLTextAreaElement).value).toBe('Trop de bruit')
  })

  it('gives in what was written when the page goes', async () => {
    hand = new Hand(Consent, CONSENT)
    await hand.press('radio', 'J’ai une objection')
    hand.enter(field(), 'Trop de bruit', 'input')
    hand.leave()
    expect(hand.box.choices).toEqual([{ answer: 'objection', reason: 'Trop de bruit' }])
  })
})

describe('a nomination', () => {
  it('names a person at once, then why', async () => {
    hand = new Hand(Nominate, ELECTION)
    expect(hand.text()).toContain('Rôle : Délégué')
    await hand.press('radio', 'Bail')
    await hand.box.answer()
    hand.enter(hand.find('textbox', 'Je propose Bail parce que'), 'Elle écoute', 'input', 'blur')
    expect(hand.box.choices).toEqual([{ option: 'b' }, { option: 'b', reason: 'Elle écoute' }])
  })

  it('keeps the words of each person', async () => {
    hand = new Hand(Nominate, { ...ELECTION, mine: { option: 'b', reason: 'Elle écoute' } })
    await hand.press('radio', 'Halle')
    await hand.press('radio', 'Bail')
    expect((hand.find('textbox', 'Je propose Bail') as HTMLTextAreaElement).value).toBe('Elle écoute')
  })
})
