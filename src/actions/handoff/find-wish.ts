import type { ConversationId } from '../../domain/ids.ts'
import { type MessageBody, wordsOf } from '../../domain/message.ts'
import type { Deps } from '../deps.ts'

/** How far back the matter may lie: further back it is another one. */
const LOOKED_AT = 8

/** What the shopper last said before `seq`: "a person, please" by itself tells the agent nothing. */
export async function findWish(deps: Deps, id: ConversationId, seq: number): Promise<string | undefined> {
  const before = await deps.storage.messages.listBefore(id, seq, LOOKED_AT)
  const said = before
    .filter(({ author, body }) => author.kind === 'customer' && !isStepOfTask(body))
    .map(({ body }) => wordsOf(body))
  return said.findLast((words) => words !== '')
}

/** "确认提交" and the like are buttons of a task and say nothing by themselves. */
function isStepOfTask(body: MessageBody): boolean {
  return body.kind === 'choice' && /^(?:flow|slot|correct):/.test(body.choice)
}
