import { Graph, layout } from '@dagrejs/dagre'
import type { FlowEdge, FlowGraph, FlowNode } from './flow-graph.ts'

export interface PlacedNode extends FlowNode {
  readonly x: number
  readonly y: number
}
export interface PlacedEdge extends FlowEdge {
  readonly path: string
}
export interface PlacedFlow {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

export const NODE_WIDTH = 190
export const NODE_HEIGHT = 62
const MARGIN = 8

/** Puts the nodes of a flow into ranks, from top to bottom. */
export function layOut({ nodes, edges }: FlowGraph): PlacedFlow {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: 16, ranksep: 30, marginx: MARGIN, marginy: MARGIN })
  for (const node of nodes) graph.setNode(node.id, { width: NODE_WIDTH, height: NODE_HEIGHT })
  for (const [at, edge] of edges.entries()) graph.setEdge(edge.from, edge.to, {}, String(at))
  layout(graph)

  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return {
    width,
    height,
    nodes: nodes.map((node) => {
      const { x = 0, y = 0 } = graph.node(node.id) as { x?: number; y?: number }
      return { ...node, x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2 }
    }),
    edges: edges.map((edge, at) => {
      const { points = [] } = graph.edge(edge.from, edge.to, String(at)) as { points?: { x: number; y: number }[] }
      return { ...edge, path: points.map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${x} ${y}`).join(' ') }
    }),
  }
}
