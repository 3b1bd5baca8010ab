// Ready rules of an assembly by name; its statutes may say otherwise, and then win. Called by activity.ts.
// Source: French commercial code, L225-96 and L225-98; French law 47-1775 of 10 September 1947, art. 9.
import type { MajorityRule } from './majority.ts'

export const PRESETS = ['own', 'ordinary', 'extraordinary', 'cooperative'] as const
export type Preset = (typeof PRESETS)[number]

interface Part {
  num: number
  den: number
}

/** What a preset settles. */
export interface Rules {
  rule: MajorityRule
  quorum: Part & { minAbsolute: number }
  secondQuorum: Part
  base: 'persons' | 'voices'
}

const NONE: Part = { num: 0, den: 1 }

const READY: Record<Exclude<Preset, 'own'>, Partial<Rules>> = {
  ordinary: { rule: 'simple', quorum: { num: 1, den: 5, minAbsolute: 0 }, secondQuorum: NONE },
  extraordinary: {
    rule: 'two-thirds',
    quorum: { num: 1, den: 4, minAbsolute: 0 },
    secondQuorum: { num: 1, den: 5 },
  },
  cooperative: { rule: 'simple', base: 'persons' },
}

/** The settings with the rules of their preset in the place of their own. */
export function withPreset<S extends Rules & { preset: Preset }>(settings: S): S {
  const { preset }: { preset: Preset } = settings
  return preset === 'own' ? settings : { ...settings, ...READY[preset] }
}

/** The quorum of this call of the assembly. */
export function askedQuorum(s: Pick<Rules, 'quorum' | 'secondQuorum'> & { call: 'first' | 'second' }) {
  return s.call === 'second' ? { ...s.secondQuorum, minAbsolute: 0 } : s.quorum
}
