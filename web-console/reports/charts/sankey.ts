import type { Endings } from '../../../src/protocol/reports.ts'
import type { Locale } from '../../texts/use-texts.ts'

export interface Flow {
  readonly nodes: readonly { readonly name: string; readonly label: string; readonly sessions: number }[]
  readonly links: readonly { readonly source: string; readonly target: string; readonly value: number }[]
}

/** What can be drawn of it: nothing that holds no conversation, and no ring, which no sankey can show. */
export function flowOf({ nodes, links }: Endings, locale: Locale): Flow {
  const known = new Set(nodes.map(({ id }) => id))
  const drawn: Endings['links'] = []
  for (const link of links) {
    const sound = link.sessions > 0 && known.has(link.from) && known.has(link.to)
    if (sound && !leads(drawn, link.to, link.from)) drawn.push(link)
  }
  const sumOf = (id: string, end: 'from' | 'to') =>
    drawn.filter((link) => link[end] === id).reduce((sum, { sessions }) => sum + sessions, 0)
  return {
    nodes: nodes
      .map(({ id, label }) => ({
        name: id,
        label: label[locale],
        sessions: Math.max(sumOf(id, 'from'), sumOf(id, 'to')),
      }))
      .filter(({ sessions }) => sessions > 0),
    links: drawn.map(({ from, to, sessions }) => ({ source: from, target: to, value: sessions })),
  }
}

/** Whether one comes from here to there along these links. */
function leads(links: Endings['links'], here: string, there: string): boolean {
  if (here === there) return true
  return links.some(({ from, to }) => from === here && leads(links, to, there))
}
