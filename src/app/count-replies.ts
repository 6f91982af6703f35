import type { Metrics } from '../ports/metrics.ts'
import type { EventSource } from '../ports/world.ts'

/** Counts what the bot says by what it is: the explanation that is stored with a reply names it. */
export function countReplies(events: EventSource, metrics: Metrics): void {
  events.subscribe((event) => {
    if (event.type !== 'message.created' || event.message.author.kind !== 'bot') return
    const { explanation } = event.message
    if (explanation) metrics.replied(explanation.rule)
  })
}
