// What the pages of the exercises say in their own words, in the two languages of the guide. Called by activity-pages.ts.
import type { Step } from '../shared/activities/activity.ts'
import type { Purpose } from '../shared/activities/uses.ts'
import type { LIMITS } from '../shared/limits.ts'

type Fact = Exclude<keyof typeof EN.facts, 'thumbs'>

const EN = {
  purpose: {
    open: 'To open and to close',
    gather: 'To gather',
    choose: 'To choose',
    decide: 'To decide',
    foresee: 'To look ahead',
  } satisfies Record<Purpose, string>,
  list: 'Exercises',
  intro: (count: number) => `${count} exercises, all with settings that work as they are.`,
  other: 'In French',
  goodFor: 'Good for',
  people: 'People',
  span: (from: number, to: number) => `${from} to ${to}`,
  minutes: 'Minutes',
  about: (minutes: number) => (minutes === 0 ? 'as long as you like' : `about ${minutes}`),
  kind: 'Kind',
  course: 'Course',
  steps: ['Step', 'Minutes', 'What happens', 'A sentence to say'],
  settings: 'Settings',
  columns: ['Name', 'Meaning', 'Values', 'By default'],
  types: { integer: 'whole number', number: 'number', boolean: 'yes or no', string: 'text', array: 'list' },
  several: 'several forms',
  none: 'None.',
  limits: 'Limits',
  facts: {
    sealed: 'people write, nobody reads',
    moderated: 'notes are shown one by one by the desk',
    live: 'notes are shown as they are written',
    board: 'phones see the board',
    arrange: 'phones help to arrange',
    groups: 'people are put together in groups',
    takesUp: 'their sheet begins with what they wrote before',
    poll: 'the vote is open',
    count: 'its count is shown live',
    shown: 'the published result is shown',
    floor: 'people ask for the floor',
    upvotes: 'people support notes',
    thumbs: (minutes: readonly number[]) => `a show of thumbs adds ${minutes.join(', then ')} minutes`,
    reactions: 'phones react to notes',
    forgets: 'who wrote what is destroyed',
    forgetsAfter: 'leaving it destroys who wrote what',
    talk: 'the room looks and talks',
  },
  note: (limits: typeof LIMITS) =>
    `A note has ${limits.note} characters at most, a person ${limits.notesPerPad} notes.`,
  board: (limits: typeof LIMITS) => `A board holds ${limits.notesPerBoard} notes.`,
  options: (limits: typeof LIMITS) => `A vote has ${limits.options} options at most.`,
  few: 'Below five ballots a secret vote shows no live figures.',
  seats: (limits: typeof LIMITS) =>
    `A workshop has ${limits.seats} seats unless the operator sets another number.`,
}

export type Words = typeof EN

const FR: Words = {
  purpose: {
    open: 'Pour ouvrir et pour clore',
    gather: 'Pour recueillir',
    choose: 'Pour choisir',
    decide: 'Pour décider',
    foresee: 'Pour regarder loin',
  },
  list: 'Exercices',
  intro: (count) => `${count} exercices, dont les réglages conviennent tels quels.`,
  other: 'En anglais',
  goodFor: 'Sert',
  people: 'Personnes',
  span: (from, to) => `de ${from} à ${to}`,
  minutes: 'Minutes',
  about: (minutes) => (minutes === 0 ? 'autant que vous voulez' : `${minutes} environ`),
  kind: 'Type',
  course: 'Déroulement',
  steps: ['Temps', 'Minutes', 'Ce qui se passe', 'Une phrase à dire'],
  settings: 'Réglages',
  columns: ['Nom', 'Sens', 'Valeurs', 'Par défaut'],
  types: {
    integer: 'nombre entier',
    number: 'nombre',
    boolean: 'oui ou non',
    string: 'texte',
    array: 'liste',
  },
  several: 'plusieurs formes',
  none: 'Aucun.',
  limits: 'Limites',
  facts: {
    sealed: 'chacun écrit, personne ne lit',
    moderated: 'la régie montre les notes une à une',
    live: 'les notes paraissent à mesure qu’on les écrit',
    board: 'les téléphones voient le tableau',
    arrange: 'les téléphones aident à ranger',
    groups: 'les personnes sont réunies en groupes',
    takesUp: 'leur feuille commence par ce qu’elles ont écrit avant',
    poll: 'le vote est ouvert',
    count: 'son compte se voit en direct',
    shown: 'le résultat publié est montré',
    floor: 'on demande la parole',
    upvotes: 'on soutient des notes',
    thumbs: (minutes) => `des pouces levés ajoutent ${minutes.join(', puis ')} minutes`,
    reactions: 'les téléphones réagissent aux notes',
    forgets: 'qui a écrit quoi est détruit',
    forgetsAfter: 'en sortir détruit qui a écrit quoi',
    talk: 'la salle regarde et discute',
  },
  note: (limits) => `Une note a ${limits.note} caractères au plus, une personne ${limits.notesPerPad} notes.`,
  board: (limits) => `Un tableau porte ${limits.notesPerBoard} notes.`,
  options: (limits) => `Un vote a ${limits.options} options au plus.`,
  few: 'En dessous de cinq bulletins, un vote secret ne montre aucun chiffre en direct.',
  seats: (limits) => `Un atelier a ${limits.seats} places, sauf si le serveur en fixe un autre nombre.`,
}

export const WORDS = { en: EN, fr: FR }

/** What happens in a step, from what it allows. */
export function happens(step: Step, { facts }: Words): string {
  const { pads, board, arrange, poll, results, floor, forgets, upvotes, thumbs, reactions, takesUp, groups } =
    step
  const holds: [unknown, Fact][] = [
    [pads === 'sealed', 'sealed'],
    [pads === 'moderated', 'moderated'],
    [pads === 'live', 'live'],
    [board === 'read', 'board'],
    [arrange, 'arrange'],
    [groups, 'groups'],
    [takesUp, 'takesUp'],
    [poll, 'poll'],
    [poll && results === 'live', 'count'],
    [!poll && results === 'shown', 'shown'],
    [floor, 'floor'],
    [upvotes, 'upvotes'],
    [reactions, 'reactions'],
    [forgets === 'after', 'forgetsAfter'],
    [forgets && forgets !== 'after', 'forgets'],
  ]
  const told = holds.filter(([here]) => here).map(([, fact]) => facts[fact])
  if (thumbs) told.push(facts.thumbs(thumbs))
  return told.join('; ') || facts.talk
}
