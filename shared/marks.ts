// How many marks one letter may carry: scripts need few, texts that climb over their neighbours need many.
// Called where names, notes and reasons are read.

/**
 * A letter, then more than eight marks (or invisible characters, between which marks go on piling up). The fullest
 * stacks of living scripts, Tibetan ones, have seven; the flag of England, as an emoji, six.
 */
const PILE = /([\p{M}\p{DI}]{8})[\p{M}\p{DI}]+/gu

/** The text with at most eight marks on a letter; what people write in any script stays as it is. */
export function fewMarks(text: string): string {
  return text.replace(PILE, '$1')
}
