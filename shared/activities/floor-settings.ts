// Settings of the exercises in which people speak in turn, and the steps and report that they share.
// Called by the activities with a floor.
import * as z from 'zod'
import type { Translate } from '../i18n/translate.ts'
import { LIMITS } from '../limits.ts'
import type { Block } from '../report/blocks.ts'
import type { FloorRules, FloorView } from '../together.ts'
import type { Step } from './activity.ts'

const name = z.string().trim().min(1).max(LIMITS.name)

export const floorSettings = {
  /** Seconds of one turn; 0 for no limit. */
  turnSeconds: z.number().int().min(0).max(1800).default(90),
  /** Whoever has not spoken yet comes first. */
  firstSpeakers: z.boolean().default(true),
  /** least: priority to those who spoke the least. */
  order: z.enum(['least', 'arrival']).default('least'),
  /** Names are shown on the wall. */
  names: z.boolean().default(true),
}

/** Groups that the room has chosen to alternate between. */
export const groupSettings = {
  groups: z.array(name).max(6).default([]),
  alternate: z.boolean().default(true),
}

/** Invited people whose time is measured. */
export const panelSettings = { panel: z.array(name).max(12).default([]) }

export interface FloorSettings {
  turnSeconds: number
  firstSpeakers: boolean
  order: 'least' | 'arrival'
  names: boolean
  groups?: string[]
  alternate?: boolean
  panel?: string[]
}

/** The rules that these settings say; groups and panel are numbered from 1. */
export function floorRules(settings: FloorSettings): FloorRules {
  const { turnSeconds, firstSpeakers, order, names, groups = [], alternate = false, panel = [] } = settings
  const numbered = (word: string, labels: readonly string[]) =>
    labels.map((label, i) => ({ id: `${word}-${i + 1}`, label }))
  return {
    turn: turnSeconds,
    firstSpeakers,
    order,
    names,
    alternate,
    groups: numbered('group', groups),
    panel: numbered('panel', panel),
  }
}

/** A step in which people speak in turn. */
export function speakingStep(id: string, minutes: number): Step {
  return { id, minutes, pads: 'off', board: 'none', floor: true, results: 'hidden' }
}

/** How long each group and each member of the panel has spoken. */
export function floorBlocks(floor: Pick<FloorView, 'groups' | 'panel'> | undefined, t: Translate): Block[] {
  const heard = [...(floor?.groups ?? []), ...(floor?.panel ?? [])].filter(({ turns }) => turns > 0)
  if (heard.length === 0) return []
  const rows = heard.map(({ label, ms, turns }) => [label, turns, clockText(ms)])
  return [
    {
      type: 'table',
      title: t('floor.times'),
      head: [t('floor.who'), t('floor.turns'), t('floor.time')],
      rows,
    },
  ]
}

/** Minutes and seconds: `4:05`. */
function clockText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
