import type { BotPolicy } from '../../domain/decide-reply.ts'
import type { Brain } from '../../ports/world.ts'

/** What decisions rest on, in the knowledge that serves now. */
export function policyOf({ knowledge }: Brain): BotPolicy {
  return {
    thresholds: knowledge.thresholds,
    handoff: knowledge.handoff,
    autonomyOf: (intent) => knowledge.intents.get(intent)?.autonomy ?? 'human',
  }
}
