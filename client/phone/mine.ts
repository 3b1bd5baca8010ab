// One's own notes in plain words on this phone, by activity: read again while looking at the screen, copied at the end.
// Written by Pad.svelte; read by Waiting and Ended without loading Yjs.
import { keep, kept, keptKeys } from '../lib/keep.ts'

export interface OwnSheet {
  title: string
  notes: { id: string; text: string; tone: string }[]
}

export function keepOwn(code: string, activity: string, sheet: OwnSheet): void {
  keep(`${code}/notes/${activity}`, sheet)
}

/** Every sheet of this workshop with at least one note. */
export function ownSheets(code: string): OwnSheet[] {
  return ownKeys(code)
    .flatMap((key) => kept<OwnSheet>(key) ?? kept<OwnSheet>(key, 'tab') ?? [])
    .filter((sheet) => sheet.notes.length > 0)
}

/** Where those sheets lie, on the device or in this tab. */
function ownKeys(code: string): string[] {
  const beginning = `${code}/notes/`
  return [...new Set([...keptKeys(beginning), ...keptKeys(beginning, 'tab')])]
}

/** As plain text, to be pasted elsewhere. */
export function asText(sheets: OwnSheet[]): string {
  return sheets
    .map(({ title, notes }) => [title, ...notes.map((note) => `- ${note.text}`)].join('\n'))
    .join('\n\n')
}
