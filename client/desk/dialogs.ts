// The dialogs of the desk by name, and the questions it asks before something happens. Called by desk.svelte.ts and its parts.

export type DialogName =
  | 'qr'
  | 'decisions'
  | 'parking'
  | 'help'
  | 'language'
  | 'people'
  | 'walls'
  | 'activity'
  | 'paper'
  | 'pick'
  | 'roll'
  | 'lot'
  | 'cancel'
  | 'amend'
  | 'propose'
  | 'end'

/** A question before something that cannot be taken back, or that the room would notice. */
export interface Question {
  title: string
  text: string
  choices: { label: string; run: () => void; danger?: boolean }[]
}
