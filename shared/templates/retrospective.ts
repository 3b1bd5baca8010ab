// Template: a retrospective in three columns, what comes first, and who does it. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const retrospective: TemplateSource = {
  id: 'retrospective',
  category: 'debate',
  title: { fr: 'Rétrospective', en: 'Retrospective' },
  summary: {
    fr: 'Commencer, arrêter, continuer : ce que le groupe change dès demain.',
    en: 'Start, stop, continue: what the group changes from tomorrow.',
  },
  people: { from: 3, to: 40 },
  activities: [
    {
      kind: 'check-in',
      title: { fr: 'Un mot sur la période', en: 'One word on these weeks' },
      question: {
        fr: 'Si ces dernières semaines tenaient en un mot, lequel ?',
        en: 'If these last weeks were one word, which one?',
      },
      minutes: 5,
      settings: { ask: 'word', noteLength: 30 },
      say: {
        fr: 'Chacun a fait de son mieux avec ce qu’il savait, ce qu’il pouvait et le temps qu’il avait. Partons de là.',
        en: 'Everybody did their best with what they knew, what they could and the time they had. Let us start from there.',
      },
      notes: {
        fr: 'Demander à deux personnes de dire leur mot en une phrase, pas plus.',
        en: 'Ask two people to say their word in a sentence, no more.',
      },
    },
    {
      kind: 'start-stop-continue',
      title: { fr: 'Commencer, arrêter, continuer', en: 'Start, stop, continue' },
      question: {
        fr: 'En regardant le chemin parcouru : que commencer, qu’arrêter, que continuer ?',
        en: 'Looking back at the road travelled: what to start, what to stop, what to continue?',
      },
      minutes: 37,
      settings: {},
      say: {
        fr: 'Écrivez des choses que l’on pourrait voir ou compter : « prévenir la veille », plutôt que « mieux communiquer ».',
        en: 'Write things that one could see or count: “give notice the day before” rather than “communicate better”.',
      },
      notes: {
        fr: 'Lire la colonne « continuer » en premier : un groupe change mieux quand il sait ce qu’il réussit. Deux ou trois changements suffisent.',
        en: 'Read the column “continue” first: a group changes better once it knows what it does well. Two or three changes are enough.',
      },
      material: { fr: 'Les décisions de la dernière fois', en: 'The decisions of last time' },
    },
    {
      kind: 'roti',
      title: { fr: 'Retour sur le temps passé', en: 'Return on time invested' },
      question: { fr: 'Ce temps valait-il la peine ?', en: 'Was this time worth it?' },
      minutes: 3,
      settings: {},
      notes: {
        fr: 'Avant de clore, relire les décisions à voix haute : qui, quoi, pour quand.',
        en: 'Before you close, read the decisions aloud: who, what, by when.',
      },
    },
  ],
}
