// Whether somebody may name this person: where nobody names themselves, not the one of their own name. Pure.
// Called by activity.ts and by the phone's ballot.
import type { OptionEntry } from '../../voting.ts'

/** Names are compared without case and outer spaces; whoever gave no name is barred from nobody. */
export function isBarred(paper: { self?: boolean }, { label }: OptionEntry, name: string): boolean {
  return paper.self === false && name.trim() !== '' && fold(label) === fold(name)
}

function fold(name: string): string {
  return name.trim().normalize('NFC').toLocaleLowerCase('fr')
}
