import type { ConversationId } from '../../domain/ids.ts'
import type { Waiting } from '../../ports/queue.ts'
import { getThread, publishConversation } from '../conversations/get-thread.ts'
import { tryStoreMessage } from '../conversations/store-message.ts'
import type { Deps } from '../deps.ts'
import { botTexts } from '../dialogue/bot-texts.ts'

export const WAYS_TO_WAIT = ['wait', 'message', 'bot'] as const
/** `wait` for a person, leave a `message`, or go on with the `bot`; the place stays in each of them. */
export type WayToWait = (typeof WAYS_TO_WAIT)[number]

const WAITING: Readonly<Record<WayToWait, Waiting>> = {
  wait: { kind: 'live', withBot: false },
  message: { kind: 'message', withBot: false },
  bot: { kind: 'live', withBot: true },
}

/** A shopper who waits chooses how. Does nothing for one who does not wait, or waits like that already. */
export async function chooseWaiting(
  deps: Deps,
  { conversationId, way }: { conversationId: ConversationId; way: WayToWait },
): Promise<void> {
  await deps.lanes.run(conversationId, async () => {
    const { conversation } = await getThread(deps, conversationId)
    const entry = await deps.storage.queue.find(conversationId)
    const { kind, withBot } = WAITING[way]
    if (conversation.status !== 'queued' || !entry) return
    if (entry.kind === kind && conversation.withBot === withBot) return
    if (!(await deps.storage.queue.setWaiting(conversationId, { kind, withBot }))) return

    const texts = botTexts(conversation.locale)
    const text = { wait: texts.goOnWaiting, message: texts.leaveMessage, bot: texts.withBot }[way]
    await tryStoreMessage(deps, {
      conversationId,
      key: `waits-after-${conversation.lastSeq}`,
      author: { kind: 'system' },
      body: { kind: 'text', text },
      at: deps.clock.now(),
      answers: false,
    })
    await publishConversation(deps, conversationId)
    deps.publisher.publish({ type: 'queue.changed' })
  })
}
