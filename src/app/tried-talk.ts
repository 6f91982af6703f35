import { postCustomerMessage } from '../actions/conversations/post-customer-message.ts'
import { setContext } from '../actions/conversations/set-context.ts'
import type { Deps } from '../actions/deps.ts'
import { chooseWaiting } from '../actions/queue/choose-waiting.ts'
import type { MessageBody } from '../domain/message.ts'
import type { Understood } from '../domain/understanding.ts'
import type { TalkToTry, TriedTurn, TriedWords } from '../ports/try-out.ts'
import { normalise } from '../understanding/text/normalise.ts'
import { toPieces } from '../understanding/text/pieces.ts'
import type { Stage } from './stage.ts'

/** Between two things that are said. */
const PAUSE = 60_000
const REPLIES = 20

type Talk = Omit<TalkToTry, 'brain'>

/** Says everything in turn; `heard` tells what was understood since it was last asked. */
export async function playTalk(
  { deps, setClock }: Pick<Stage, 'deps' | 'setClock'>,
  talk: Talk,
  heard: () => Understood | undefined,
): Promise<readonly TriedTurn[]> {
  setClock(talk.at)
  const place = await enter(deps, talk)
  const turns: TriedTurn[] = []
  for (const [at, words] of talk.said.entries()) {
    setClock(talk.at + at * PAUSE)
    // Whoever was handed over goes on with 小二: people are not here.
    await chooseWaiting(deps, { conversationId: place.conversationId, way: 'bot' })
    turns.push(await say(deps, { ...place, key: `try-out-${at}` }, words, heard))
  }
  return turns
}

/** The shopper comes in: the customer under their own id, so that what is theirs is found. */
async function enter(deps: Deps, { customer, locale, at, page, product }: Talk) {
  const stranger = { locale, tier: 'regular', verified: false, tags: [], createdAt: at, lastSeenAt: at } as const
  const { blockedUntil: _, ...shopper } = customer ?? { id: deps.ids.next(), ...stranger }
  await deps.storage.customers.addAll([{ customer: shopper, identities: [] }])
  const { id } = await deps.storage.conversations.open({ id: deps.ids.next(), customerId: shopper.id, locale, at })
  if (page || product !== undefined) await setContext(deps, { conversationId: id, page, product })
  return { conversationId: id, customerId: shopper.id }
}

interface Saying {
  readonly conversationId: string
  readonly customerId: string
  readonly key: string
}

async function say(
  deps: Deps,
  { conversationId, customerId, key }: Saying,
  words: TriedWords,
  heard: () => Understood | undefined,
): Promise<TriedTurn> {
  const timed = timing(deps)
  const body = toBody(words)
  const begun = performance.now()
  const said = await postCustomerMessage(timed.deps, { conversationId, customerId, clientId: key, body })
  // The turn comes after the acknowledgement, in the same lane.
  await deps.lanes.run(conversationId, async () => undefined)
  const whole = performance.now() - begun
  timed.throwFailure()

  const replies = await deps.storage.messages.listAfter(conversationId, said.seq, REPLIES)
  const conversation = await deps.storage.conversations.find(conversationId)
  const understood = heard()
  const text = words.choice === undefined ? normalise(words.text) : ''
  return {
    said,
    replies,
    ...(understood && { understood }),
    read: { text, pieces: toPieces(text) },
    context: conversation?.context ?? { misses: 0, clarified: false, lastIntents: [], offered: [] },
    milliseconds: { ...timed.times(), whole },
  }
}

function toBody({ text, choice }: TriedWords): MessageBody {
  return choice === undefined ? { kind: 'text', text } : { kind: 'choice', choice, text }
}

/** The same dependencies, with a watch on what the turn does with them. A turn that fails says so only in its log. */
function timing(deps: Deps) {
  let understand = 0
  let understoodAt: number | undefined
  let repliedAt: number | undefined
  let failure: unknown
  return {
    deps: {
      ...deps,
      metrics: {
        ...deps.metrics,
        understood: (milliseconds: number) => {
          understand += milliseconds
          understoodAt = performance.now()
        },
      },
      messages: {
        append: (drafts: Parameters<Deps['messages']['append']>[0]) => {
          // What the shopper says is stored first; a pressed choice is not understood, and counts from there.
          if (drafts.some(({ author }) => author.kind === 'customer')) understoodAt = performance.now()
          else repliedAt ??= performance.now()
          return deps.messages.append(drafts)
        },
      },
      log: {
        ...deps.log,
        error: (fields: object) => {
          failure = 'error' in fields ? fields.error : new Error('a turn failed')
        },
      },
    } satisfies Deps,
    times: () => ({ understand, decide: Math.max(0, (repliedAt ?? 0) - (understoodAt ?? 0)) }),
    throwFailure: () => {
      if (failure !== undefined) throw failure
    },
  }
}
