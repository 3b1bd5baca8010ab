// The languages: French and English, whose texts stand beside what they belong to, and one file of shared/languages for each
// further one. Read once, by the server, by tests and by the build, which gives pages the names alone (client/build/messages.ts).
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isWritten, type Messages, type Texts } from './i18n/translate.ts'
import type { Language } from './wire.ts'

/** A file of shared/languages: texts by the key that they have in French and English, templates by their English text. */
export interface Further {
  /** As its speakers call it. */
  name: string
  faces: Record<string, Texts>
  activities: Record<string, Texts>
  templates: Texts
}

const FOLDER = join(import.meta.dirname, 'languages')
const FURTHER = readLanguages(FOLDER)

/** What each language calls itself; French and English come first. */
export const NAMES: Readonly<Record<Language, string>> = {
  fr: 'Français',
  en: 'English',
  ...Object.fromEntries(Object.entries(FURTHER).map(([language, { name }]) => [language, name])),
}

export const LANGUAGES: readonly Language[] = Object.keys(NAMES)

/** The further languages by code: `de.json` is `de`. */
export function readLanguages(folder: string): Record<Language, Further> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Further
  return Object.fromEntries(files.sort().map((name) => [name.replace('.json', ''), read(name)]))
}

/** Texts of a face; what a further language does not say is English. */
export function faceTexts(face: string, { fr, en }: Messages, language: Language): Texts {
  return language === 'fr' ? fr : { ...en, ...FURTHER[language]?.faces[face] }
}

/** Texts of an exercise; what a further language does not say is English. */
export function activityTexts(
  { kind, messages: { fr, en } }: { kind: string; messages: Messages },
  language: Language,
): Texts {
  const { faces, activities } = FURTHER[language] ?? {}
  const shared = isWritten({ fr, en }) ? faces?.['writing'] : undefined
  return language === 'fr' ? fr : { ...en, ...shared, ...activities?.[kind] }
}

/** A text of a ready programme; English where a further language does not say it. */
export function templateText({ fr, en }: { fr: string; en: string }, language: Language): string {
  return language === 'fr' ? fr : (FURTHER[language]?.templates[en] ?? en)
}
