import type { Customer } from '../../domain/customer.ts'
import type { CustomerId } from '../../domain/ids.ts'
import type { KnowledgeBase } from '../../domain/knowledge.ts'
import type { CustomerRecord, Storage, Stores } from '../../ports/storage.ts'
import type { Clock, Ids } from '../../ports/world.ts'
import { listReadyReplies } from './canned-replies.ts'
import { DEMO_AGENT } from './case-story.ts'
import { type DemoShop, toDemoShop } from './demo-shop.ts'
import type { Regular } from './regulars.ts'
import { STORIES } from './stories.ts'

export interface SeedWorld {
  readonly storage: Storage
  readonly clock: Clock
  readonly ids: Ids
  readonly knowledge: KnowledgeBase
}

/** Puts the demo shop's customers, orders, coupons, cases and canned replies into a database that has none of them; what is there already stays. */
export async function seedDemo({ storage, clock, ids, knowledge }: SeedWorld): Promise<void> {
  const known = await listKnown(storage)
  if (known.size === STORIES.length) return

  const shop = toDemoShop(knowledge, clock.now())
  const newcomers = shop.people.filter(({ person }) => !known.has(person.key))
  const idOf = new Map(newcomers.map(({ person }) => [person.key, ids.next()] as const))
  await storage.transaction(async (stores) => {
    await stores.customers.addAll(newcomers.flatMap((one) => toRecord(one, idOf)))
    await addNotes(stores, newcomers, idOf)
    await stores.orders.save(
      shop.orders.flatMap(({ person, ...order }) => {
        const customerId = idOf.get(person.key)
        return customerId === undefined ? [] : [{ ...order, customerId }]
      }),
    )
    await saveCoupons(stores, shop, idOf)
    await openCases(stores, shop, idOf, ids)
    // Only into a shop that is new: what people have deleted does not come back.
    if (known.size === 0) {
      for (const reply of listReadyReplies(ids.next, clock.now())) await stores.cannedReplies.save(reply)
    }
  })
}

/** Who of the stories is there; a database from before there were so many has some of them. */
async function listKnown(storage: Storage): Promise<ReadonlySet<string>> {
  const known = new Set<string>()
  for (const { key } of STORIES) {
    if (await storage.customers.findByIdentity({ kind: 'shop', value: key })) known.add(key)
  }
  return known
}

type IdOf = ReadonlyMap<string, CustomerId>

function toRecord({ person, tier, tags, createdAt, lastSeenAt }: Regular, idOf: IdOf): CustomerRecord[] {
  const id = idOf.get(person.key)
  if (id === undefined) return []

  const { name, phone, email, locale } = person
  const customer: Customer = {
    id,
    name,
    phone,
    ...(email !== undefined && { email }),
    locale,
    tier,
    verified: true,
    tags,
    createdAt,
    lastSeenAt,
  }
  return [{ customer, identities: [{ kind: 'shop', value: person.key }] }]
}

/** What the shop had noted of them before anybody was invited to this desk. */
async function addNotes(stores: Stores, people: readonly Regular[], idOf: IdOf): Promise<void> {
  for (const { person, note, lastSeenAt } of people) {
    const customerId = idOf.get(person.key)
    if (customerId === undefined || note === '') continue

    const { id, name } = DEMO_AGENT
    await stores.customerNotes.add({
      id: `demo-${customerId}`,
      customerId,
      text: note,
      by: { id, name },
      at: lastSeenAt,
    })
  }
}

async function saveCoupons(stores: Stores, { coupons }: DemoShop, idOf: IdOf): Promise<void> {
  await stores.coupons.save(
    coupons.flatMap(({ owner, ...coupon }) => {
      if (owner === undefined) return [coupon]

      const customerId = idOf.get(owner)
      return customerId === undefined ? [] : [{ ...coupon, customerId }]
    }),
  )
}

/** A case belongs to a conversation: each customer who has one gets one that began with the first case. */
async function openCases(stores: Stores, { cases }: DemoShop, idOf: IdOf, ids: Ids): Promise<void> {
  const conversations = new Map<CustomerId, string>()
  for (const { person, changes, ...story } of cases.toSorted((one, other) => one.at - other.at)) {
    const customerId = idOf.get(person.key)
    if (customerId === undefined) continue

    const conversationId = conversations.get(customerId) ?? ids.next()
    if (!conversations.has(customerId)) {
      conversations.set(customerId, conversationId)
      await stores.conversations.open({ id: conversationId, customerId, locale: person.locale, at: story.at })
    }
    const opened = await stores.cases.open({ ...story, customerId, conversationId, evidence: [] })
    for (const change of changes) await stores.cases.change(opened.number, change)
  }
}
