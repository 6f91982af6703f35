import { sql } from 'kysely'
import type { Storage, Stores } from '../ports/storage.ts'
import { accessStore, agentStore } from './agents.ts'
import { apiKeyStore } from './api-keys.ts'
import { assistStore } from './assist.ts'
import { auditStore } from './audit.ts'
import { jobStore, settingStore } from './backstage.ts'
import { blockStore } from './blocks.ts'
import { caseStore } from './cases.ts'
import { couponStore, productStore } from './catalogue.ts'
import { cannedReplyStore, draftStore } from './composing.ts'
import { conversationStore } from './conversations.ts'
import { customerNoteStore } from './customer-notes.ts'
import { customerStore } from './customers.ts'
import { factStore } from './figures/fact-store.ts'
import { figureStore } from './figures/figure-store.ts'
import { followerStore } from './followers.ts'
import { draftCheckStore, knowledgeDraftStore } from './knowledge-draft.ts'
import { knowledgeStore } from './knowledge-versions.ts'
import { labelStore } from './labels.ts'
import { messageStore } from './messages.ts'
import type { Engine } from './migrations.ts'
import { nodeStore } from './nodes.ts'
import { missingFactStore, proofStore } from './notes.ts'
import { orderStore } from './orders.ts'
import { packStore } from './packs.ts'
import { promiseStore } from './promises.ts'
import { publicationStore } from './publications.ts'
import { questionStore } from './questions/question-store.ts'
import { queueStore } from './queue.ts'
import { ratingStore } from './ratings.ts'
import { routingStore } from './routing.ts'
import type { Db } from './schema.ts'
import { searchStore } from './search/search-store.ts'
import { attemptStore, secondFactorStore } from './sign-in.ts'
import { snoozeStore } from './snoozes.ts'
import { suggestionStore } from './suggestions.ts'
import { todoStore } from './todos.ts'
import { upkeep } from './upkeep.ts'
import { deliveryStore } from './webhook-deliveries.ts'
import { webhookStore } from './webhooks.ts'
import { welcomeStore } from './welcome.ts'

/** Every store on one database handle, or on one transaction. */
function storesOn(db: Db, engine: Engine): Stores {
  return {
    customers: customerStore(db),
    blocks: blockStore(db),
    customerNotes: customerNoteStore(db),
    conversations: conversationStore(db),
    queue: queueStore(db),
    routing: routingStore(db),
    promises: promiseStore(db),
    messages: messageStore(db, engine),
    suggestions: suggestionStore(db),
    assist: assistStore(db),
    agents: agentStore(db),
    access: accessStore(db),
    secondFactors: secondFactorStore(db),
    attempts: attemptStore(db),
    orders: orderStore(db),
    products: productStore(db),
    coupons: couponStore(db),
    cases: caseStore(db),
    proofs: proofStore(db),
    missingFacts: missingFactStore(db),
    ratings: ratingStore(db),
    todos: todoStore(db),
    followers: followerStore(db),
    snoozes: snoozeStore(db),
    cannedReplies: cannedReplyStore(db),
    drafts: draftStore(db),
    audit: auditStore(db),
    jobs: jobStore(db, engine),
    settings: settingStore(db),
    nodes: nodeStore(db),
    knowledge: knowledgeStore(db),
    knowledgeDraft: knowledgeDraftStore(db),
    draftChecks: draftCheckStore(db),
    publications: publicationStore(db),
    packs: packStore(db),
    labels: labelStore(db),
    search: searchStore(db, engine),
    facts: factStore(db),
    figures: figureStore(db),
    questions: questionStore(db),
    webhooks: webhookStore(db),
    deliveries: deliveryStore(db, engine),
    apiKeys: apiKeyStore(db),
    welcome: welcomeStore(db),
  }
}

export function storageOn(db: Db, engine: Engine, close: () => Promise<void>): Storage {
  return {
    ...storesOn(db, engine),
    transaction: (work) => db.transaction().execute((trx) => work(storesOn(trx, engine))),
    ping: async () => {
      await sql`select 1`.execute(db)
    },
    ...upkeep(db, engine),
    close,
  }
}
