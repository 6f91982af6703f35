import { useMemo } from 'react'
import type { Desk } from '../live/desk.ts'
import { loadSnapshot } from '../live/fetch-desk.ts'
import { refusalText } from '../net/refusal.ts'
import { useDesk } from '../shell/desk-context.tsx'
import { type Say, useSay } from '../shell/use-say.ts'
import { nextToClaim } from '../state/select-rows.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { Texts } from '../texts/zh.ts'
import type { Go } from './use-place.ts'

/** What an agent does to whole conversations. Each tells how it went; none throws. */
export interface Actions {
  claim(conversationId: string): Promise<void>
  takeNext(): Promise<void>
  /** Whether it is resolved now. */
  resolve(conversationId: string): Promise<boolean>
  returnToBot(conversationId: string): Promise<void>
  returnToQueue(conversationId: string): Promise<void>
  transfer(draft: Transfer): Promise<boolean>
}

export interface Transfer {
  readonly conversationId: string
  readonly to: { readonly kind: 'agent' | 'group'; readonly id: string; readonly name: string }
  readonly note: string
}

interface Tools {
  readonly desk: Desk
  readonly texts: Texts
  readonly say: Say
  readonly go: Go
}

type Refused = { readonly code: string; readonly message: string }
type Settling = 'conversation:resolve' | 'conversation:return-to-bot' | 'conversation:return-to-queue'

const TRIES = 5

function tellRefused({ desk, texts, say }: Tools, refused: Refused): void {
  const lost = refused.code === 'conversation_not_queued' || refused.code === 'conversation_not_yours'
  if (!lost) {
    say.error(refusalText(texts, refused))
    return
  }
  say.info(refusalText(texts, refused))
  // Somebody was faster: what is on screen is old.
  void loadSnapshot(desk.store)
}

async function claim(tools: Tools, conversationId: string): Promise<void> {
  const ack = await tools.desk.wire.request('conversation:claim', { conversationId })
  if (ack.ok) tools.go({ tab: 'mine', conversationId })
  else tellRefused(tools, ack)
}

/** A claim that is lost to a colleague moves on to the next in line. */
async function takeNext(tools: Tools): Promise<void> {
  const { store, wire } = tools.desk
  for (const { conversationId } of nextToClaim(store.get().queue, store.get().me.id).slice(0, TRIES)) {
    const ack = await wire.request('conversation:claim', { conversationId })
    if (ack.ok) return tools.go({ tab: 'mine', conversationId })
    if (ack.code !== 'conversation_not_queued') return tellRefused(tools, ack)
  }
  tools.say.info(tools.texts.act.queueEmpty)
  await loadSnapshot(store)
}

async function transfer(tools: Tools, { conversationId, to, note }: Transfer): Promise<boolean> {
  const { wire } = tools.desk
  const ack =
    to.kind === 'group'
      ? await wire.request('conversation:transfer-to-group', { conversationId, groupId: to.id, note })
      : await wire.request('conversation:transfer', { conversationId, agentId: to.id, note })
  const words = tools.texts.queue.transfer
  if (ack.ok) tools.say.success(to.kind === 'group' ? words.toGroup(to.name) : words.asked(to.name))
  else tellRefused(tools, ack)
  return ack.ok
}

export function useActions(go: Go): Actions {
  const desk = useDesk()
  const texts = useTexts()
  const say = useSay()

  return useMemo(() => {
    const tools = { desk, texts, say, go }
    const settle = async (event: Settling, conversationId: string, done: string) => {
      const ack = await desk.wire.request(event, { conversationId })
      if (ack.ok) say.success(done)
      else tellRefused(tools, ack)
      return ack.ok
    }
    return {
      claim: (id) => claim(tools, id),
      takeNext: () => takeNext(tools),
      resolve: (id) => settle('conversation:resolve', id, texts.act.resolved),
      returnToBot: async (id) => void (await settle('conversation:return-to-bot', id, texts.act.returnedToBot)),
      returnToQueue: async (id) => void (await settle('conversation:return-to-queue', id, texts.act.returnedToQueue)),
      transfer: (draft) => transfer(tools, draft),
    }
  }, [desk, texts, say, go])
}
