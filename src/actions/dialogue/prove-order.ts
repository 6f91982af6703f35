import type { Order } from '../../domain/commerce.ts'
import { type ProofState, without } from '../../domain/dialogue/context.ts'
import { isCancel } from '../../domain/dialogue/phrases.ts'
import type { IntentId } from '../../domain/ids.ts'
import type { Deps } from '../deps.ts'
import { refreshOrder } from '../shop-data/refresh-from-shop.ts'
import { botTexts } from './bot-texts.ts'
import type { Reply } from './reply.ts'
import type { Turn } from './turn.ts'

const DAY = 86_400_000
const LAST_DIGITS = 4
const FORGOT =
  /(?:忘|不记得|找不到|没有|不知道|没存)了?.{0,6}(?:订单号|单号|订单)|(?:don'?t|do not) (?:have|know|remember)|forgot|lost (?:it|the)/i

/** Asks whose order it is, remembering what was asked about it. */
export async function askForProof(deps: Deps, turn: Turn, intent: IntentId): Promise<Reply> {
  const { heard, focus, stored, speech } = turn
  const texts = botTexts(speech.locale)
  const { orderNumber } = focus
  if (!mayProve(deps, turn)) {
    return { text: texts.signIn, rule: 'ask:sign_in', context: heard.context }
  }
  const context = { ...heard.context, proof: { intent, ...(orderNumber !== undefined && { orderNumber }) } }
  if (orderNumber !== undefined) {
    const { verified } = stored.customer
    const text = verified ? texts.notYourOrder(orderNumber) : texts.proofAskDigits(orderNumber)
    return { text, rule: 'ask:proof', context }
  }
  return { text: stored.customer.verified ? texts.noOrders : texts.proofAsk, rule: 'ask:proof', context }
}

/** Where signed identities are enforced, number and digits prove nothing. */
function mayProve(deps: Deps, { stored }: Turn): boolean {
  return stored.customer.verified || !deps.identityEnforced
}

/** What a message does to a question of whose order it is. `shown`: it is theirs, and what was asked can be answered. */
export type ProofHearing =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'shown'; readonly order: Order; readonly intent: IntentId }

/** Reads order number and digits, together or one after the other; undefined for a message that has neither. */
export async function hearProof(deps: Deps, turn: Turn, asked: IntentId): Promise<ProofHearing | undefined> {
  const { heard, focus, speech } = turn
  const proof = heard.context.proof ?? (mayProve(deps, turn) ? givenAtOnce(turn, asked) : undefined)
  if (!proof) return undefined

  const texts = botTexts(speech.locale)
  const number = focus.orderNumber ?? proof.orderNumber
  const digits = readDigits(turn) ?? proof.digits
  if (focus.order) return { kind: 'shown', order: focus.order, intent: proof.intent }
  if (focus.orderNumber === undefined && readDigits(turn) === undefined) {
    const dropped = without(heard.context, 'proof', 'flow')
    if (isCancel(heard.text)) return say(texts.proofDropped, 'proof:dropped', dropped)
    if (FORGOT.test(heard.text)) {
      const quickReplies = [{ value: 'human_agent', label: texts.person }]
      return say(texts.proofForgot, 'proof:forgot', { ...heard.context, offered: quickReplies }, quickReplies)
    }
    return undefined
  }
  if (number === undefined) {
    const waiting = { ...heard.context, proof: { ...proof, ...(digits !== undefined && { digits }) } }
    return say(texts.proofAskNumber, 'ask:proof', waiting)
  }
  const asking = { ...heard.context, proof: { intent: proof.intent, orderNumber: number } }
  if (digits === undefined) return say(texts.proofAskDigits(number), 'ask:proof', asking)
  return check(deps, turn, { number, digits, intent: proof.intent })
}

/** Who tells number and digits unasked need not be asked for them. */
function givenAtOnce(turn: Turn, intent: IntentId): ProofState | undefined {
  const isOpen = turn.focus.orderNumber !== undefined && !turn.focus.order
  return isOpen && readDigits(turn) !== undefined ? { intent } : undefined
}

async function check(
  deps: Deps,
  turn: Turn,
  { number, digits, intent }: { number: string; digits: string; intent: IntentId },
): Promise<ProofHearing> {
  const { stored, brain, speech, heard } = turn
  const texts = botTexts(speech.locale)
  const person = [{ value: 'human_agent', label: texts.person }]
  const failures = await deps.storage.proofs.countFailures(number, stored.customer.id, speech.now - DAY)
  if (failures >= brain.knowledge.dialogue.proofTries) {
    const context = { ...without(heard.context, 'proof', 'flow'), offered: person }
    return say(texts.proofLocked, 'proof:locked', context, person)
  }
  const order = await findOrder(deps, number)
  if (order && (await phoneOf(deps, order))?.endsWith(digits)) return { kind: 'shown', order, intent }

  // Whether the order is there at all is not told: the same words for both.
  await deps.storage.proofs.addFailure({ orderNumber: number, customerId: stored.customer.id, at: speech.now })
  await deps.storage.audit.add({
    at: speech.now,
    actor: stored.customer.id,
    action: 'order.proof_failed',
    target: number,
    detail: { conversationId: stored.conversation.id },
  })
  deps.log.warn({ conversationId: stored.conversation.id }, 'an order number and phone digits did not match')
  return say(texts.proofFailed, 'proof:failed', { ...heard.context, proof: { intent, orderNumber: number } }, person)
}

/** The limits stand before this: a guess must not make the shop's own system work. */
async function findOrder(deps: Deps, number: string): Promise<Order | undefined> {
  await refreshOrder(deps, number)
  return deps.storage.orders.find(number)
}

async function phoneOf(deps: Deps, { address, customerId }: Order): Promise<string | undefined> {
  if (address) return address.phone.replace(/\D/g, '')
  return (await deps.storage.customers.find(customerId))?.phone?.replace(/\D/g, '')
}

/** Four figures that stand alone, or the end of a whole phone number. */
function readDigits({ heard }: Turn): string | undefined {
  const { entities } = heard.understood
  const phone = entities.flatMap((one) => (one.kind === 'phone' ? one.value : []))[0]
  if (phone !== undefined) return phone.slice(-LAST_DIGITS)

  const rest = entities.reduce(
    (text, one) => (one.kind === 'order_number' ? text.replace(one.text, ' ') : text),
    heard.text,
  )
  return /(?<!\d)\d{4}(?!\d)/.exec(rest)?.[0]
}

function say(
  text: string,
  rule: string,
  context: Reply['context'],
  quickReplies?: Reply['quickReplies'],
): ProofHearing {
  return { kind: 'reply', reply: { text, rule, context, ...(quickReplies && { quickReplies }) } }
}
