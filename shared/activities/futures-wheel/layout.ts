// Where the consequences of a futures wheel lie: a ring for each order, a sector for each branch (Glenn 1972).
// Called by the activity's report and faces, and by the worked examples. A drawing, so floats.
export interface WheelNode {
  id: string
  children?: readonly WheelNode[]
}

export interface WheelLayout {
  positions: Record<string, [x: number, y: number]>
  /** 0 in the centre, 1 for a direct consequence, and so on. */
  orders: Record<string, number>
}

/**
 * Places around (cx, cy), `step` farther for each order. A sector is as wide as its branch has leaves; the first child
 * begins at twelve o'clock, clockwise, and each node lies in the middle of its sector.
 */
export function layWheel(tree: WheelNode, cx: number, cy: number, step: number): WheelLayout {
  const positions: [string, [number, number]][] = []
  const orders: [string, number][] = []
  const lay = (node: WheelNode, order: number, from: number, width: number): void => {
    const middle = from + width / 2
    const radius = order * step
    positions.push([node.id, [cx + radius * Math.sin(middle), cy - radius * Math.cos(middle)]])
    orders.push([node.id, order])
    let at = from
    for (const child of node.children ?? []) {
      const part = (width * leavesOf(child)) / leavesOf(node)
      lay(child, order + 1, at, part)
      at += part
    }
  }
  lay(tree, 0, 0, 2 * Math.PI)
  return { positions: Object.fromEntries(positions), orders: Object.fromEntries(orders) }
}

function leavesOf({ children = [] }: WheelNode): number {
  return children.length === 0 ? 1 : children.reduce((sum, child) => sum + leavesOf(child), 0)
}
