// A small played workshop, and texts that break careless exports. Called by the tests of this folder.
import type { Note } from '../board/note.ts'
import { countDots } from '../activities/dot-vote/count.ts'
import { newSession, type Round, type Session } from '../session/state.ts'
import { templateOf } from '../templates.ts'
import type { ReportInput } from './model.ts'

export const START = Date.UTC(2026, 4, 5, 16, 0)

export function note(id: string, text: string, more: Partial<Note> = {}): Note {
  return { id, text, tone: 'soleil', at: [0.5, 0.5], order: id, ...more }
}

/** The stop of a tour, its first two activities played: a brainstorm with one group, then dots on it. */
export function sample(change: Partial<ReportInput> = {}): ReportInput {
  return {
    workshop: { id: 'w1', code: 'GRVKMT', title: 'La ville en partage', language: 'fr', createdAt: START },
    programme: templateOf('tour-stop', 'fr')!.programme,
    session: playedSession(),
    notes: {
      a1: [
        note('g1', 'Des lieux', { fields: { group: 1 } }),
        note('n1', 'Rouvrir les rez-de-chaussée', { under: 'g1' }),
        note('n2', 'Qui tient les clés ?', { under: 'g1', tone: 'lilas' }),
        note('n3', 'Une camionnette à se prêter', { tone: 'menthe' }),
        note('n4', 'Un mot retiré par l’animation', { hidden: true }),
      ],
    },
    people: { seats: 34 },
    language: 'fr',
    ...change,
  }
}

function playedSession(): Session {
  return {
    ...newSession(),
    rev: 12,
    played: {
      a1: { openedAt: START, spent: 0, step: 3 },
      a2: { openedAt: START + 30 * 60_000, spent: 0, step: 2 },
    },
    rounds: { a2: [dotRound()] },
    ended: START + 92 * 60_000,
  }
}

export function dotRound(change: Partial<Round> = {}): Round {
  const options = [
    { id: 'g1', label: 'Des lieux', tone: 'soleil' },
    { id: 'n3', label: 'Une camionnette à se prêter', tone: 'menthe' },
  ]
  const rule = { options: ['g1', 'n3'], dotsPerPerson: 3, maxPerItem: 2 }
  const paper = { options, rev: 1, dotsPerPerson: 3, maxPerItem: 2, useAll: false, shortlist: 1 }
  return {
    id: 'p1',
    activity: 'a2',
    type: 'dots',
    secrecy: 'secret',
    state: 'closed',
    paper,
    published: true,
    result: countDots(rule, [{ g1: 2, n3: 1 }, { g1: 1 }, { n3: 2 }]),
    voted: 3,
    of: 5,
    ...change,
  }
}

/** Texts that mean something to Markdown, to a spreadsheet or to a careless join. */
export const NASTY = [
  '<b>gras</b>',
  '<script>alert(1)</script>',
  'a | b \\| c',
  '# titre',
  '## fin ##',
  '- tiret',
  '+ plus',
  '1. premier',
  '1986) une année',
  '- [ ] à faire',
  '`code` et ``deux``',
  '```\nclôture\n```',
  '*étoile* _tiret bas_ **deux** ~~barré~~',
  '![image](x.png) [lien](http://x.example) <http://x.example>',
  'https://x.example/a_b_c www.x.example/a*b nom@x.example',
  '&amp; &lt; &#10; &nbsp;',
  'ligne\nautre ligne',
  'ligne\n\n\nplus bas',
  '\n début vide',
  'fin vide\n\n',
  'titre\n===',
  'titre\n---',
  '> cité\n> encore',
  'dos\\',
  'dos\\\nencore\\\\',
  '    quatre espaces',
  'fin de ligne  \nsuite',
  '\ttabulation',
  'retour\r\nchariot\r',
  '=1+1',
  '+33 6 12 34 56 78',
  '-5 %',
  '@SUM(A1)',
  "'=1+1",
  "''=1",
  "'simple",
  '   =1',
  '\u200b\u2060=1',
  '\ufeff@x',
  '\u0000=1',
  '＝1＋1',
  '－1',
  '=cmd|"/C calc"!A0',
  'guillemets "droits" ; et, virgules',
  '"',
  '""\n""',
  '👩‍👩‍👧‍👦 zalgo z̷̢a͜l̛g̕o',
  '\u202egauche',
  '$x^2$ {a} ==b==',
  '',
  ' ',
]
