// Actors' strategies: who weighs on whom, and which alliances and conflicts follow (Godet 1991, Futures 23:605).
// Pure and exact. Called by the activity and by the worked examples.
import {
  add,
  compare,
  divide,
  fraction,
  multiply,
  subtract,
  sumOf,
  type Fraction,
} from '../../counting/fraction.ts'

type Numbers = readonly (readonly number[])[]

/** Rows and columns in the order of the actors; `mao` have a column for each objective. */
export interface ActorsResult {
  /** Direct and indirect influence; the diagonal is the feedback on oneself. */
  midi: number[][]
  influence: number[]
  dependence: number[]
  /** Weight of each actor, and the same with a mean of one. */
  weight: Fraction[]
  weightNorm: Fraction[]
  /** Positions by sign, as they were valued, and weighted by the actor. */
  orders: [ActorsOrder, ActorsOrder, ActorsOrder]
  /** By objective: what is put into it for and against, and what is left when both are set against each other. */
  mobilisation: Fraction[]
  net: Fraction[]
}

export interface ActorsOrder {
  mao: Fraction[][]
  convergence: Fraction[][]
  divergence: Fraction[][]
  /** Null where an actor agrees and disagrees with nobody. */
  ambivalence: (Fraction | null)[]
}

const ZERO = fraction(0)

/** Influence from 0 to 4 between actors, positions from -4 to 4 of actors (rows) on objectives (columns). */
export function analyseActors(directInfluence: Numbers, positions: Numbers): ActorsResult {
  const midi = indirect(directInfluence)
  const others = (values: readonly number[], own: number) => total(values) - values[own]!
  const influence = midi.map((row, a) => others(row, a))
  const dependence = midi.map((_, a) =>
    others(
      midi.map((row) => row[a]!),
      a,
    ),
  )
  const weight = weights(midi, influence, dependence)
  const weightNorm = normed(weight)
  const valued = positions.map((row) => row.map((value) => fraction(value)))
  const weighted = valued.map((row, a) => row.map((value) => multiply(value, weightNorm[a]!)))
  const columns = (weighted[0] ?? []).map((_, k) => weighted.map((row) => row[k]!))
  return {
    midi,
    influence,
    dependence,
    weight,
    weightNorm,
    orders: [
      orderOf(
        valued.map((row) => row.map(sign)),
        fraction(1),
      ),
      orderOf(valued),
      orderOf(weighted),
    ],
    mobilisation: columns.map((column) => sumOf(column.map(size))),
    net: columns.map(sumOf),
  }
}

/** Influence that goes through a third actor is as strong as its weaker half. */
function indirect(mid: Numbers): number[][] {
  return mid.map((row, a) =>
    row.map((direct, b) => direct + total(mid.map((via, c) => Math.min(mid[a]![c]!, via[b]!)))),
  )
}

function weights(midi: Numbers, influence: number[], dependence: number[]): Fraction[] {
  const all = total(influence)
  return influence.map((own, a) => {
    const both = own + dependence[a]!
    if (all === 0 || both === 0) return ZERO
    return multiply(fraction(own - midi[a]![a]!, all), fraction(own, both))
  })
}

function normed(weight: readonly Fraction[]): Fraction[] {
  const all = sumOf(weight)
  if (all.num === 0n) return weight.map(() => ZERO)
  return weight.map((own) => divide(multiply(own, fraction(weight.length)), all))
}

/** `each`: what one shared objective counts, else the mean strength of the two positions. */
function orderOf(mao: Fraction[][], each?: Fraction): ActorsOrder {
  const between = (wanted: 1 | -1) =>
    mao.map((own, a) => mao.map((other, b) => (a === b ? ZERO : sumOf(shared(own, other, wanted, each)))))
  const [convergence, divergence] = [between(1), between(-1)]
  const ambivalence = mao.map((_, a) => ambivalenceOf(convergence[a]!, divergence[a]!))
  return { mao, convergence, divergence, ambivalence }
}

function shared(own: Fraction[], other: Fraction[], wanted: 1 | -1, each?: Fraction): Fraction[] {
  return own.flatMap((value, k) => {
    const product = sign(multiply(value, other[k]!))
    if (product.num !== BigInt(wanted)) return []
    return [each ?? divide(add(size(value), size(other[k]!)), fraction(2))]
  })
}

function ambivalenceOf(convergence: Fraction[], divergence: Fraction[]): Fraction | null {
  const all = sumOf([...convergence, ...divergence])
  const apart = sumOf(convergence.map((value, b) => size(subtract(value, divergence[b]!))))
  return all.num === 0n ? null : subtract(fraction(1), divide(apart, all))
}

function sign(value: Fraction): Fraction {
  return fraction(Math.sign(compare(value, ZERO)))
}

function size(value: Fraction): Fraction {
  return value.num < 0n ? subtract(ZERO, value) : value
}

function total(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
