import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import type { Engine, TestDatabase, TestStorage } from '../support/storages.ts'
import { describeAccess } from './access.contract.ts'
import { describeAgents } from './agents.contract.ts'
import { describeAssist } from './assist.contract.ts'
import { describeBackstage } from './backstage.contract.ts'
import { describeBlocks } from './blocks.contract.ts'
import { describeCases } from './cases.contract.ts'
import { describeComposing } from './composing.contract.ts'
import { describeConversations } from './conversations.contract.ts'
import { describeCustomerNotes } from './customer-notes.contract.ts'
import { describeCustomers } from './customers.contract.ts'
import { describeFigures } from './figures.contract.ts'
import { describeFigureHistories } from './figures-histories.contract.ts'
import { describeFollowers } from './followers.contract.ts'
import { describeKnowledgeEditing } from './knowledge-editing.contract.ts'
import { describeLabels } from './labels.contract.ts'
import { describeMessageLog } from './message-log.contract.ts'
import { describeConsequences } from './message-log-consequences.contract.ts'
import { describeAppendHistories } from './message-log-histories.contract.ts'
import { describeLogRaces } from './message-log-races.contract.ts'
import { describeMessages } from './messages.contract.ts'
import { describeNodes } from './nodes.contract.ts'
import { describeOrders } from './orders.contract.ts'
import { describePromises } from './promises.contract.ts'
import { describeQueue } from './queue.contract.ts'
import { describeQueueMoves } from './queue-moves.contract.ts'
import { describeQueueRaces } from './queue-races.contract.ts'
import { describeRatings } from './ratings.contract.ts'
import { describeRecall } from './recall.contract.ts'
import { describeRouting } from './routing.contract.ts'
import { describeSearch } from './search.contract.ts'
import { describeSignIn } from './sign-in.contract.ts'
import { describeSuggestions } from './suggestions.contract.ts'
import { describeTodos } from './todos.contract.ts'
import { describeTransaction } from './transaction.contract.ts'
import { describeUpkeep } from './upkeep.contract.ts'

/** What a contract asks of the engine: the storage of the test that runs. */
export type Opened = () => TestStorage

/** Every promise of the storage port and of the message log, on one engine. */
export function describeEveryStore(engine: Engine): void {
  describe.skipIf(engine.missing)(engine.name, () => {
    let database: TestDatabase | undefined
    let storage: TestStorage
    beforeAll(async () => {
      database = await engine.start()
    })
    beforeEach(async () => {
      if (database) storage = await database.fresh()
    })
    afterAll(() => database?.stop())
    const opened: Opened = () => storage

    describeMessageLog(opened)
    describeLogRaces(opened)
    describeConsequences(opened)
    describeAppendHistories(opened, engine.histories)
    describeMessages(opened)
    describeRecall(opened)
    describeQueue(opened)
    describeQueueMoves(opened)
    describeRouting(opened)
    describePromises(opened)
    describeQueueRaces(opened, Math.ceil(engine.histories / 3))
    describeConversations(opened)
    describeCustomers(opened)
    describeBlocks(opened)
    describeCustomerNotes(opened)
    describeSuggestions(opened)
    describeAssist(opened)
    describeAgents(opened)
    describeAccess(opened)
    describeNodes(opened)
    describeSignIn(opened)
    describeOrders(opened)
    describeCases(opened)
    describeRatings(opened)
    describeTodos(opened)
    describeFollowers(opened)
    describeFigures(opened)
    describeFigureHistories(opened, Math.ceil(engine.histories / 6))
    describeComposing(opened)
    describeBackstage(opened)
    describeKnowledgeEditing(opened)
    describeLabels(opened)
    describeSearch(opened)
    describeTransaction(opened)
    describeUpkeep(opened)
  })
}
