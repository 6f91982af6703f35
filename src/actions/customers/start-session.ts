import type { Conversation } from '../../domain/conversation.ts'
import type { Customer } from '../../domain/customer.ts'
import { AppError } from '../../domain/errors.ts'
import type { Thread } from '../../domain/events.ts'
import { type Locale, toLocale } from '../../domain/localized-text.ts'
import type { Stores } from '../../ports/storage.ts'
import type { Deps } from '../deps.ts'
import { identifyCustomer } from './identify-customer.ts'

export interface SessionRequest {
  readonly visitorToken?: string | undefined
  readonly identity?: string | undefined
  readonly locale?: string | undefined
}

/** A visitor's session: who it is, the conversation that is going on, and the token by which this browser is known again. */
export type Session = Thread & { readonly visitorToken: string }

/** Opens the widget's session. Without a token, or with one that does not verify, a new anonymous record begins. */
export async function startSession(deps: Deps, request: SessionRequest): Promise<Session> {
  const locale = toLocale(request.locale, deps.live.current().knowledge.shop.language)
  const known = await findVisitor(deps, request)
  const { customer, conversation } =
    known || request.identity !== undefined
      ? await enterAs(deps, known ?? (await createVisitor(deps, deps.storage, locale)), locale, request.identity)
      : await welcome(deps, locale)
  return { customer, conversation, visitorToken: await deps.tokens.signVisitor(customer.id) }
}

/** Somebody new: record and conversation in one commit, as most visitors are and each commit waits for the disk. */
function welcome(deps: Deps, locale: Locale): Promise<Thread> {
  return deps.storage.transaction(async (stores) => {
    const customer = await createVisitor(deps, stores, locale)
    return { customer, conversation: await openConversation(deps, stores, customer, locale) }
  })
}

async function enterAs(deps: Deps, visitor: Customer, locale: Locale, identity: string | undefined): Promise<Thread> {
  const customer = identity === undefined ? visitor : await identifyBySignature(deps, visitor, identity)
  return { customer, conversation: await currentConversation(deps, customer, locale) }
}

/** Makes known who the visitor is; throws `identity_invalid`. */
export async function identifyBySignature(deps: Deps, visitor: Customer, identity: string): Promise<Customer> {
  const verified = await deps.tokens.verifyIdentity(identity)
  if (!verified) throw new AppError('identity_invalid')
  return identifyCustomer(deps, visitor, verified)
}

/** Where signed identities are enforced, a browser that was once a verified customer's is nobody's without one. */
async function findVisitor(deps: Deps, { visitorToken, identity }: SessionRequest): Promise<Customer | undefined> {
  const id = visitorToken === undefined ? undefined : await deps.tokens.verifyVisitor(visitorToken)
  const visitor = id === undefined ? undefined : await deps.storage.customers.find(id)
  return visitor?.verified && deps.identityEnforced && identity === undefined ? undefined : visitor
}

function createVisitor(
  { ids, clock }: Deps,
  { customers }: Pick<Stores, 'customers'>,
  locale: Locale,
): Promise<Customer> {
  return customers.create({ id: ids.next(), locale, at: clock.now() })
}

function openConversation(
  { ids, clock }: Deps,
  { conversations }: Pick<Stores, 'conversations'>,
  { id }: Customer,
  locale: Locale,
): Promise<Conversation> {
  return conversations.open({ id: ids.next(), customerId: id, locale, at: clock.now() })
}

/** The newest conversation of a customer; a first one where there is none. */
export async function currentConversation(deps: Deps, customer: Customer, locale: Locale): Promise<Conversation> {
  const current = await deps.storage.conversations.findCurrent(customer.id)
  if (!current) return openConversation(deps, deps.storage, customer, locale)
  if (current.locale === locale) return current

  await deps.storage.conversations.setLocale(current.id, locale)
  return { ...current, locale }
}
