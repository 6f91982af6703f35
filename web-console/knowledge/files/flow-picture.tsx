import { Select } from 'antd'
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { useLocale } from '../../texts/use-texts.ts'
import { useWords } from '../use-words.ts'
import { type FlowGraph, readFlows } from './flow-graph.ts'
import { layOut, NODE_HEIGHT, NODE_WIDTH, type PlacedFlow, type PlacedNode } from './flow-layout.ts'

interface FlowPictureProps {
  readonly text: string
  readonly line: number
  readonly onLine: (line: number) => void
}

/** The flow that the cursor is in, drawn: what is pressed is gone to in the file. */
export function FlowPicture({ text, line, onLine }: FlowPictureProps) {
  const { files: words } = useWords()
  const locale = useLocale()
  const latest = useDeferredValue(text)
  const flows = useMemo(() => readFlows(latest, locale), [latest, locale])
  const here = flows.findLast((one) => one.line <= line) ?? flows[0]
  return (
    <section className="picture" aria-label={words.flow}>
      {here ? (
        <>
          <Select
            aria-label={words.flow}
            value={here.line}
            options={flows.map((one) => ({ value: one.line, label: `${one.title} (${one.id})` }))}
            onChange={onLine}
          />
          <Drawing flow={here} line={line} onLine={onLine} />
        </>
      ) : (
        <p className="none">{words.noFlow}</p>
      )}
    </section>
  )
}

/** Placing takes longer than reading: it is done anew only when steps come or go, not with every letter of their words. */
function usePlaced(flow: FlowGraph): PlacedFlow {
  const shape = JSON.stringify([flow.nodes.map(({ id }) => id), flow.edges])
  // biome-ignore lint/correctness/useExhaustiveDependencies: places depend on the shape only.
  const placed = useMemo(() => layOut(flow), [shape])
  return { ...placed, nodes: flow.nodes.map((node, at) => ({ ...node, ...placeOf(placed.nodes[at]) })) }
}

function placeOf(node: PlacedNode | undefined): { readonly x: number; readonly y: number } {
  return { x: node?.x ?? 0, y: node?.y ?? 0 }
}

interface DrawingProps {
  readonly flow: FlowGraph
  readonly line: number
  readonly onLine: (line: number) => void
}

function Drawing({ flow, line, onLine }: DrawingProps) {
  const { files: words } = useWords()
  const { width, height, nodes, edges } = usePlaced(flow)
  const here = nodes.filter((node) => node.line <= line).sort((a, b) => b.line - a.line)[0] ?? nodes[0]
  const frame = useRef<HTMLElement>(null)
  const { x = 0, y = 0 } = here ?? {}
  useEffect(() => {
    const room = frame.current
    room?.scrollTo(x - (room.clientWidth - NODE_WIDTH) / 2, y - (room.clientHeight - NODE_HEIGHT) / 2)
  }, [x, y])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
    <section ref={frame} className="flow-drawing" tabIndex={0} aria-label={words.drawingOf(flow.title)}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-label={words.drawingOf(flow.title)}>
        <title>{words.drawingOf(flow.title)}</title>
        <defs>
          <marker id="flow-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0 L8 4 L0 8 z" className="flow-tip" />
          </marker>
        </defs>
        {edges.map((edge) => (
          <path
            key={`${edge.from} ${edge.to}`}
            d={edge.path}
            className={edge.skips ? 'flow-edge skips' : 'flow-edge'}
            markerEnd="url(#flow-tip)"
          />
        ))}
        {nodes.map((node) => (
          <Box key={node.id} node={node} here={node === here} onLine={onLine} />
        ))}
      </svg>
    </section>
  )
}

function Box({
  node,
  here,
  onLine,
}: {
  readonly node: PlacedNode
  readonly here: boolean
  readonly onLine: (line: number) => void
}) {
  const { files: words } = useWords()
  const kind = words.nodes[node.kind]
  const head = node.slotKind ? `${kind} · ${node.slotKind}` : kind
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onLine(node.line)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: within a drawing there is no button.
    <g
      role="button"
      tabIndex={0}
      aria-label={`${head} ${node.title}`}
      className={here ? `flow-node ${node.kind} here` : `flow-node ${node.kind}`}
      transform={`translate(${node.x} ${node.y})`}
      onClick={() => onLine(node.line)}
      onKeyDown={press}
    >
      <title>{[node.title, node.text, node.when].filter(Boolean).join('\n')}</title>
      <rect width={NODE_WIDTH} height={NODE_HEIGHT} rx={8} />
      <text x={10} y={17} className="flow-kind">
        {cut(head, 26)}
      </text>
      <text x={10} y={35}>
        {cut(node.title, 24)}
      </text>
      <text x={10} y={52} className="flow-small">
        {cut(node.kind === 'rule' || node.kind === 'handoff' ? node.text : node.when || node.text, 28)}
      </text>
    </g>
  )
}

/** As much as fits: a Chinese character is as wide as two letters. */
function cut(text: string, room: number): string {
  let used = 0
  let kept = ''
  for (const char of text) {
    used += /[\u2e80-\uffff]/.test(char) ? 1.9 : 1
    if (used > room) return `${kept}…`
    kept += char
  }
  return kept
}
