// What a ready programme is made of: plain data, each text in both languages beside each other.
// Written in the files of this folder, read by templates.ts.

/** One text in both languages. It may stand anywhere in the settings of an activity. */
export type Both = Record<'fr' | 'en', string>

/** What a template is good for; the home page filters by it. */
export type Category = 'gather' | 'choose' | 'foresee' | 'debate'

export interface TemplateSource {
  id: string
  category: Category
  title: Both
  summary: Both
  /** Group sizes it was written for. */
  people: { from: number; to: number }
  activities: {
    kind: string
    title: Both
    question?: Both
    minutes: number
    settings: Record<string, unknown>
    /** For the facilitation alone: what to say, to do, to have at hand. */
    say?: Both
    notes?: Both
    material?: Both
  }[]
}
