import { publishConversation } from '../conversations/get-thread.ts'
import type { Deps } from '../deps.ts'

const MINUTE = 60_000
/** Who has not been asked so long after the talk has left. */
const STILL_THERE = 120 * MINUTE
const AT_ONCE = 100

/** Asks shoppers about 小二 where it alone serves and nobody has written for a while. Safe to run at any time. */
export async function askAboutBot(deps: Deps): Promise<void> {
  const at = deps.clock.now()
  const until = at - deps.live.current().knowledge.ratings.quietMinutes * MINUTE
  const asked = await deps.storage.ratings.askAboutBot({ since: until - STILL_THERE, until, at }, AT_ONCE)
  for (const id of asked) await publishConversation(deps, id)
}
