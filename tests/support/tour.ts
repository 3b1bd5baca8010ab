// A generated tour: towns, people, what they write and how they vote, from a seed. Called by tour.test.ts.
import type { Programme } from '../../shared/programme.ts'
import type { Random } from './random.ts'

export const TOWNS = [
  'Lille',
  'Paris',
  'Rennes',
  'Amiens',
  'Nantes',
  'Clermont-Ferrand',
  'Toulouse',
  'Montpellier',
  'Lyon',
  'Strasbourg',
  'Bordeaux',
  'Marseille',
]

/** What people across the country write about, in the words of some of them. */
const SUBJECTS = [
  [
    'une caisse de solidarité entre indépendants',
    'une caisse solidaire pour les indépendants',
    'la caisse de solidarité',
  ],
  ['un lieu partagé près de la gare', 'des lieux partagés dans chaque gare', 'partager un lieu à la gare'],
  ['une bibliothèque d’outils', 'prêter des outils dans une bibliothèque', 'la bibliothèque des outils'],
  ['se former entre pairs le soir', 'des formations entre pairs', 'former ses pairs'],
  ['une plateforme gérée par ses usagers', 'les usagers gèrent la plateforme', 'plateforme des usagers'],
]
const ENDINGS = ['', ', vite', ' !', ', sans attendre', ' et ailleurs', ', à l’essai', ', dès l’automne']

export const GRADES = 6
export const OPTIONS = ['caisse', 'bail', 'outils', 'plateforme'].map((id) => ({ id, label: `Motion ${id}` }))

export const PROGRAMME: Programme = {
  v: 1,
  title: 'L’économie en partage',
  activities: [
    { id: 'a1', kind: 'brainstorm', title: 'Ce qui nous manque', question: 'Que partager ?', settings: {} },
    { id: 'a2', kind: 'majority-judgment', title: 'Les quatre motions', settings: { options: OPTIONS } },
    { id: 'a3', kind: 'roti', title: 'Retour sur le temps passé', settings: {} },
  ],
}

export interface Person {
  text: string
  subject: number
  grades: Record<string, number>
  roti: number
}

/** The people of one town: everybody writes one note, grades the four motions and the evening. */
export function peopleOf(town: number, count: number, random: Random): Person[] {
  const pick = (n: number) => random.int(0, n - 1)
  return Array.from({ length: count }, () => {
    const subject = pick(SUBJECTS.length)
    const words = SUBJECTS[subject]!
    // Each town leans its own way, so that towns and tour disagree.
    const lean = (i: number) => Math.min(GRADES - 1, pick(GRADES - 1) + ((town + i) % 3 === 0 ? 1 : 0))
    return {
      subject,
      text: `${words[pick(words.length)]}${ENDINGS[pick(ENDINGS.length)]}`,
      grades: Object.fromEntries(OPTIONS.map(({ id }, i) => [id, lean(i)])),
      roti: 1 + pick(5),
    }
  })
}

/** How often each grade was given to each option, in the order of the options. */
export function tally(people: readonly Person[]): number[][] {
  return OPTIONS.map(({ id }) =>
    Array.from({ length: GRADES }, (_, grade) => people.filter((one) => one.grades[id] === grade).length),
  )
}

/**
 * Ranks by the majority judgment, worked out anew: the lower middle grade of each, and while two are equal one ballot of
 * that grade is taken from both (Balinski & Laraki 2007).
 */
export function ranksOf(tallies: readonly number[][]): number[] {
  const value = (tally: readonly number[]) => {
    const grades = tally.flatMap((count, grade) => Array<number>(count).fill(grade))
    const taken: number[] = []
    while (grades.length > 0) taken.push(grades.splice(Math.ceil(grades.length / 2) - 1, 1)[0]!)
    return taken
  }
  const values = tallies.map(value)
  const better = (a: number[], b: number[]) => {
    const at = a.findIndex((grade, i) => grade !== b[i])
    return at >= 0 && a[at]! > b[at]!
  }
  return values.map((own) => 1 + values.filter((other) => better(other, own)).length)
}
