// Template: forty-five minutes of foresight around one change. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const foresightShort: TemplateSource = {
  id: 'foresight-short',
  category: 'foresee',
  title: { fr: 'Et si… en 45 minutes', en: 'What if… in 45 minutes' },
  summary: {
    fr: 'Un changement, ses effets en cascade, et le premier pas à faire.',
    en: 'One change, its effects in cascade, and the first step to take.',
  },
  people: { from: 4, to: 30 },
  activities: [
    {
      kind: 'polak',
      title: { fr: 'Où nous tenons-nous ?', en: 'Where do we stand?' },
      question: {
        fr: 'Avons-nous prise sur l’avenir, et le monde va-t-il vers le mieux ?',
        en: 'Do we have a hold on the future, and is the world getting better?',
      },
      minutes: 6,
      settings: {},
      say: {
        fr: 'Avant de commencer : où vous tenez-vous face à l’avenir ?',
        en: 'Before we begin: where do you stand before the future?',
      },
      notes: {
        fr: 'Six minutes en tout. Une voix d’un coin peu peuplé, puis on passe.',
        en: 'Six minutes in all. One voice from a thin corner, then move on.',
      },
    },
    {
      kind: 'futures-wheel',
      title: { fr: 'Roue des futurs', en: 'Futures wheel' },
      question: {
        fr: 'Si cela arrive, qu’est-ce que cela change ?',
        en: 'If this happens, what does it change?',
      },
      minutes: 28,
      settings: {
        maxOrder: 2,
        centre: {
          fr: 'un rez-de-chaussée sur trois devenait un lieu partagé',
          en: 'one ground floor in three became a shared place',
        },
      },
      say: {
        fr: 'Imaginez que c’est fait, partout. Et alors ? Et alors encore ?',
        en: 'Imagine that it is done, everywhere. And then? And then again?',
      },
      notes: {
        fr: 'Conséquence, pas solution. Si tout est sombre, demandez deux effets favorables. Deux anneaux suffisent en vingt-huit minutes ; laissez quatre minutes pour peser les branches.',
        en: 'Consequences, not solutions. If all is dark, ask for two good effects. Two rings are enough in twenty-eight minutes; leave four to weigh the branches.',
      },
    },
    {
      kind: 'brainstorm',
      title: { fr: 'Le premier pas', en: 'The first step' },
      question: {
        fr: 'Que pouvons-nous faire avant trois mois pour encourager le meilleur de ces effets ?',
        en: 'What can we do within three months to encourage the best of these effects?',
      },
      minutes: 7,
      settings: {},
      notes: {
        fr: 'Un premier pas tient en trois mois et dans une phrase. Sept minutes.',
        en: 'A first step fits into three months and one sentence. Seven minutes.',
      },
    },
    {
      kind: 'dot-vote',
      title: { fr: 'Ce que nous faisons', en: 'What we do' },
      question: {
        fr: 'Par quoi commençons-nous dès demain ?',
        en: 'Where do we begin tomorrow?',
      },
      minutes: 4,
      settings: { from: 'a3', shortlist: 2 },
      notes: {
        fr: 'Pour chacune des deux retenues : un nom, une date, dits à voix haute avant de partir.',
        en: 'For each of the two kept: a name and a date, said aloud before you leave.',
      },
    },
  ],
}
