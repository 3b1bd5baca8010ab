// Template: one stop of a tour, from needs to what is carried to the assembly. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const tourStop: TemplateSource = {
  id: 'tour-stop',
  category: 'gather',
  title: { fr: 'Étape de tour', en: 'Tour stop' },
  summary: {
    fr: 'Recueillir, choisir, creuser, porter une proposition.',
    en: 'Gather, choose, dig deeper, carry a proposal forward.',
  },
  people: { from: 8, to: 80 },
  activities: [
    {
      kind: 'brainstorm',
      title: { fr: 'Ce que nous pourrions partager', en: 'What we could share' },
      question: {
        fr: 'Pour mieux vivre et travailler ici, que pourrions-nous partager ?',
        en: 'To live and work better here, what could we share?',
      },
      minutes: 30,
      settings: {},
      say: {
        fr: 'Une idée par note, la vôtre, même petite. Personne ne la lit avant la fin du silence.',
        en: 'One idea a note, your own, small as it may be. Nobody reads it before the silence is over.',
      },
      notes: {
        fr: 'Dix minutes de silence, puis révéler. Lire cinq notes à voix haute, les plus courtes d’abord.',
        en: 'Ten minutes of silence, then reveal. Read five notes aloud, the shortest first.',
      },
      material: {
        fr: 'Le code affiché dès l’ouverture des portes',
        en: 'The code on the screen as soon as the doors open',
      },
    },
    {
      kind: 'dot-vote',
      title: { fr: 'Les idées à creuser', en: 'The ideas to dig into' },
      question: {
        fr: 'Lesquelles méritent que nous y passions la prochaine demi-heure ?',
        en: 'Which ones deserve our next half hour?',
      },
      minutes: 10,
      settings: { from: 'a1', shortlist: 3 },
      notes: {
        fr: 'Les mêmes trois idées partent en tables : dire où chacune s’assied.',
        en: 'The three ideas go to tables: say where each one sits.',
      },
    },
    {
      kind: 'brainstorm',
      title: { fr: 'De l’idée au concret', en: 'From idea to practice' },
      question: {
        fr: 'Pour les idées retenues : de quoi avons-nous besoin, qu’avons-nous déjà, qu’est-ce qui nous freine ?',
        en: 'For the chosen ideas: what do we need, what do we have already, what holds us back?',
      },
      minutes: 35,
      settings: {
        columns: [
          { fr: 'Besoins', en: 'Needs' },
          { fr: 'Ressources', en: 'Resources' },
          { fr: 'Freins', en: 'Obstacles' },
        ],
        kinds: [{ tone: 'ciel' }, { tone: 'menthe' }, { tone: 'corail' }],
      },
      say: {
        fr: 'Parlez de ce que vous avez déjà vu marcher, ici ou ailleurs.',
        en: 'Speak of what you have already seen work, here or elsewhere.',
      },
    },
    {
      kind: 'dot-vote',
      title: { fr: 'À porter plus loin', en: 'To carry forward' },
      question: {
        fr: 'Que portons-nous à l’assemblée, au nom de cette étape ?',
        en: 'What do we bring to the assembly, on behalf of this stop?',
      },
      minutes: 15,
      settings: { from: 'a3', shortlist: 4 },
      notes: {
        fr: 'Relire chaque proposition en entier : c’est ce texte-là que l’assemblée lira.',
        en: 'Read each proposal in full: it is this text that the assembly will read.',
      },
    },
  ],
}
