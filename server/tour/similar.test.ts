// Notes of the same matter come together, whatever their endings, accents and order.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suggestGroups, type TextNote } from './similar.ts'

const note = (key: string, text: string, language: 'fr' | 'en' = 'fr'): TextNote => ({ key, text, language })

const NOTES = [
  note('lille', 'Une caisse de solidarité entre indépendants'),
  note('paris', 'caisse solidarite pour les independants'),
  note('nantes', 'Les indépendantes veulent une caisse solidaire'),
  note('lyon', 'Des ateliers ouverts le soir'),
  note('rennes', 'Un atelier ouvert tous les soirs'),
  note('amiens', 'Plus de vélos'),
  note('brest', 'Le, la, les !'),
]

describe('groups that are proposed', () => {
  it('put endings, accents and word order aside', () => {
    const groups = suggestGroups(NOTES).map(({ notes }) => [...notes].sort())
    expect(groups).toEqual([
      ['lille', 'nantes', 'paris'],
      ['lyon', 'rennes'],
    ])
  })

  it('are named by words that people wrote', () => {
    const [first, second] = suggestGroups(NOTES)
    expect(first!.words).toContain('caisse')
    for (const word of [...first!.words, ...second!.words])
      expect(NOTES.some(({ text }) => text.toLowerCase().includes(word))).toBe(true)
  })

  it('know English endings', () => {
    const notes = [
      note('a', 'Sharing tools between towns', 'en'),
      note('b', 'a shared tool for each town', 'en'),
    ]
    expect(suggestGroups(notes).map((group) => group.notes.length)).toEqual([2])
  })

  it('come from what people write about, not from words that anybody uses', () => {
    const texts = [
      ['plateforme', 'Une plateforme gérée par ses usagers'],
      ['plateforme', 'Les plateformes prennent trop de commission'],
      ['plateforme', 'Reprendre la main sur les plateformes'],
      ['plateforme', 'Plateforme de livraison coopérative'],
      ['statut', 'Un vrai statut pour les entrepreneurs salariés'],
      ['statut', 'Le statut d’indépendant est trop fragile'],
      ['statut', 'L’administration ne comprend pas nos statuts'],
      ['réunions', 'Des réunions plus courtes le soir'],
      ['réunions', 'Les réunions durent trop longtemps'],
      ['bus', 'Le dernier bus part trop tôt le soir'],
      ['bus', 'Bus gratuits le week-end'],
      ['école', 'Ouvrir les écoles le week-end'],
      ['formation', 'Des formations courtes, plus souvent'],
    ]
    const notes = texts.map(([, text], i) => note(`n${10 + i}`, text!))
    const groups = suggestGroups(notes).map((group) =>
      group.notes.map((key) => texts[Number(key.slice(1)) - 10]![0]),
    )
    expect(groups.map(({ length }) => length)).toEqual([4, 3, 2, 2])
    for (const group of groups) expect(new Set(group).size).toBe(1)
  })

  it('put the same text together even where no word of it tells anything', () => {
    expect(suggestGroups([note('a', 'Oui !'), note('b', 'oui !'), note('c', 'Non')])).toHaveLength(1)
  })

  it('never share a note, never lose one, and do not depend on the order', () => {
    const words = ['caisse', 'outil', 'atelier', 'vélo', 'jardin', 'toit', 'train', 'école', 'eau', 'pain']
    const text = fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
      .map((list) => list.join(' '))
    const check = fc.property(
      fc.array(text, { maxLength: 25 }),
      fc.infiniteStream(fc.nat()),
      (texts, random) => {
        const notes = texts.map((one, i) => note(`n${i}`, one))
        const groups = suggestGroups(notes)
        const members = groups.flatMap((group) => group.notes)
        expect(new Set(members).size).toBe(members.length)
        for (const { notes: group } of groups) expect(group.length).toBeGreaterThan(1)
        const shuffled = notes
          .map((one) => ({ one, at: random.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        expect(suggestGroups(shuffled)).toEqual(groups)
      },
    )
    fc.assert(check, { numRuns: 60 })
  })
})
