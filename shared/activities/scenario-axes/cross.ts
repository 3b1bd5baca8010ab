// The cross as its notes tell it: axes, their ends, the four futures with their names. Called by the activity and its face.
import type { Note } from '../../board/note.ts'
import type { Translate } from '../../i18n/translate.ts'

/** As they are drawn. */
export const CORNERS = ['upper-left', 'upper-right', 'lower-left', 'lower-right'] as const
export type Corner = (typeof CORNERS)[number]

export const POLES = [
  { id: 'x-low', setting: 'xLow', axis: 'axis-x' },
  { id: 'x-high', setting: 'xHigh', axis: 'axis-x' },
  { id: 'y-low', setting: 'yLow', axis: 'axis-y' },
  { id: 'y-high', setting: 'yHigh', axis: 'axis-y' },
] as const
export type Poles = Record<(typeof POLES)[number]['id'], string>

export interface Cross {
  axes: { name: string; low: string; high: string }[]
  poles: Poles
  worlds: { id: Corner; name: string; /** False while nobody has named it. */ named: boolean }[]
}

/** Id of the note that names a future. */
export function worldName(corner: Corner): string {
  return `name-${corner}`
}

/** True for the notes that make the cross, and not for what people wrote. */
export function isFrame(id: string): boolean {
  return (
    id.startsWith('axis-') ||
    POLES.some((pole) => pole.id === id) ||
    CORNERS.some((one) => worldName(one) === id)
  )
}

/** A future told by the ends that meet in it. */
export function cornerLabel(corner: Corner, poles: Poles, t: Translate): string {
  const [row, column] = corner.split('-') as ['upper' | 'lower', 'left' | 'right']
  return t('corner', {
    x: poles[column === 'left' ? 'x-low' : 'x-high'],
    y: poles[row === 'lower' ? 'y-low' : 'y-high'],
  })
}

/** The cross as it lies on the board; what is not there, or is empty, is as it was at the start. */
export function readCross(notes: readonly Note[], start: Poles, t: Translate): Cross {
  const texts = new Map(notes.map(({ id, text }) => [id, text.trim()]))
  const said = (id: string, otherwise: string) => texts.get(id) || otherwise
  const poles = Object.fromEntries(POLES.map(({ id }) => [id, said(id, start[id])])) as unknown as Poles
  return {
    poles,
    axes: (['x', 'y'] as const).map((axis) => ({
      name: said(`axis-${axis}`, t(`axis-${axis}`)),
      low: poles[`${axis}-low`],
      high: poles[`${axis}-high`],
    })),
    worlds: CORNERS.map((id) => {
      const first = cornerLabel(id, start, t)
      const name = said(worldName(id), first)
      return name === first
        ? { id, name: cornerLabel(id, poles, t), named: false }
        : { id, name, named: true }
    }),
  }
}
