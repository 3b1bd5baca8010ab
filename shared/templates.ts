// Ready programmes in every language. Called by GET /api/templates and by the creation of a workshop.
import { templateText } from './languages.ts'
import { programmeSchema, type Programme } from './programme.ts'
import { blank } from './templates/blank.ts'
import { brainstorm } from './templates/brainstorm.ts'
import { debateEvening } from './templates/debate-evening.ts'
import { decideTogether } from './templates/decide-together.ts'
import { dotVote } from './templates/dot-vote.ts'
import { lessonsLearned } from './templates/lessons-learned.ts'
import { majorityJudgment } from './templates/majority-judgment.ts'
import { retrospective } from './templates/retrospective.ts'
import { roundTable } from './templates/round-table.ts'
import { cityInCommon } from './templates/city-in-common.ts'
import { collectiveEvening } from './templates/collective-evening.ts'
import { foresightEvening } from './templates/foresight-evening.ts'
import { foresightShort } from './templates/foresight-short.ts'
import { generalAssembly } from './templates/general-assembly.ts'
import { oneTwoFourAllDecision } from './templates/one-two-four-all-decision.ts'
import { openingClosing } from './templates/opening-closing.ts'
import { rexAfternoon } from './templates/rex-afternoon.ts'
import { speedDecision } from './templates/speed-decision.ts'
import { strategyMorning } from './templates/strategy-morning.ts'
import { thirdPlace } from './templates/third-place.ts'
import { worldCafe } from './templates/world-cafe.ts'
import type { Both, Category, TemplateSource } from './templates/template.ts'
import { tourStop } from './templates/tour-stop.ts'
import type { Language } from './wire.ts'

export interface Template {
  id: string
  category: Category
  title: string
  summary: string
  people: { from: number; to: number }
  /** Planned minutes of the whole programme. */
  minutes: number
  programme: Programme
}

const SOURCES: readonly TemplateSource[] = [
  tourStop,
  collectiveEvening,
  cityInCommon,
  thirdPlace,
  worldCafe,
  foresightEvening,
  strategyMorning,
  foresightShort,
  brainstorm,
  dotVote,
  majorityJudgment,
  decideTogether,
  oneTwoFourAllDecision,
  speedDecision,
  generalAssembly,
  debateEvening,
  roundTable,
  lessonsLearned,
  rexAfternoon,
  retrospective,
  openingClosing,
  blank,
]

/** All templates in one language, in the order of the gallery. */
export function templates(language: Language): Template[] {
  return SOURCES.map((source) => write(source, language))
}

/** The template of that id in one language, or undefined. */
export function templateOf(id: string, language: Language): Template | undefined {
  const source = SOURCES.find((source) => source.id === id)
  return source && write(source, language)
}

function write(source: TemplateSource, language: Language): Template {
  const { activities, ...facts } = inLanguage(source, language) as Written
  const numbered = activities.map((activity, index) => ({ id: `a${index + 1}`, ...activity }))
  return {
    ...facts,
    minutes: activities.reduce((sum, activity) => sum + activity.minutes, 0),
    programme: programmeSchema.parse({ v: 1, title: facts.title, activities: numbered }),
  }
}

type Written = Omit<Template, 'minutes' | 'programme'> & { activities: { minutes: number }[] }

/** The same tree with one language of each text. */
function inLanguage(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((item) => inLanguage(item, language))
  if (typeof value !== 'object' || value === null) return value
  if (isBoth(value)) return templateText(value, language)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inLanguage(item, language)]))
}

function isBoth(value: object): value is Both {
  return Object.keys(value).length === 2 && 'fr' in value && 'en' in value
}
