import { sql } from 'kysely'
import type { Storage, Stores } from '../ports/storage.ts'
import { accessStore, agentStore } from './agents.ts'
import { auditStore, jobStore, settingStore } from './backstage.ts'
import { caseStore } from './cases.ts'
import { couponStore, productStore } from './catalogue.ts'
import { cannedReplyStore, draftStore } from './composing.ts'
import { conversationStore } from './conversations.ts'
import { customerStore } from './customers.ts'
import { messageStore } from './messages.ts'
import { missingFactStore, proofStore } from './notes.ts'
import { orderStore } from './orders.ts'
import { queueStore } from './queue.ts'
import type { Db } from './schema.ts'
import { suggestionStore } from './suggestions.ts'

/** Every store on one database handle, or on one transaction. */
function storesOn(db: Db): Stores {
  return {
    customers: customerStore(db),
    conversations: conversationStore(db),
    queue: queueStore(db),
    messages: messageStore(db),
    suggestions: suggestionStore(db),
    agents: agentStore(db),
    access: accessStore(db),
    orders: orderStore(db),
    products: productStore(db),
    coupons: couponStore(db),
    cases: caseStore(db),
    proofs: proofStore(db),
    missingFacts: missingFactStore(db),
    cannedReplies: cannedReplyStore(db),
    drafts: draftStore(db),
    audit: auditStore(db),
    jobs: jobStore(db),
    settings: settingStore(db),
  }
}

export function storageOn(db: Db, close: () => Promise<void>): Storage {
  return {
    ...storesOn(db),
    transaction: (work) => db.transaction().execute((trx) => work(storesOn(trx))),
    ping: async () => {
      await sql`select 1`.execute(db)
    },
    close,
  }
}
