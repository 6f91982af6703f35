import type { Backups } from '../ports/backups.ts'
import type { KnowledgeEditing } from '../ports/knowledge-editing.ts'
import type { MessageLog } from '../ports/message-log.ts'
import type { Metrics } from '../ports/metrics.ts'
import type { PackCatalogue } from '../ports/packs.ts'
import type { ShopConnector } from '../ports/shop-connector.ts'
import type { OneTimePasswords, Vault } from '../ports/sign-in.ts'
import type { Storage } from '../ports/storage.ts'
import type { TryOut } from '../ports/try-out.ts'
import type { WebhookSender } from '../ports/webhooks.ts'
import type {
  Clock,
  Ids,
  Lanes,
  LiveKnowledge,
  Log,
  PairSource,
  Passwords,
  Publisher,
  Roster,
  Secrets,
  Switchboard,
  Tokens,
  Uploads,
} from '../ports/world.ts'

/** All that actions need from the world. */
export interface Deps {
  readonly storage: Storage
  readonly messages: MessageLog
  readonly live: LiveKnowledge
  readonly editing: KnowledgeEditing
  readonly publisher: Publisher
  readonly lanes: Lanes
  readonly roster: Roster
  readonly pairs: PairSource
  readonly switchboard: Switchboard
  readonly clock: Clock
  readonly ids: Ids
  readonly tokens: Tokens
  readonly secrets: Secrets
  readonly passwords: Passwords
  readonly oneTimePasswords: OneTimePasswords
  readonly vault: Vault
  readonly webhooks: WebhookSender
  readonly uploads: Pick<Uploads, 'describe'>
  /** Whether orders are shown to nobody but those whom the shop's signed token names. */
  readonly identityEnforced: boolean
  readonly log: Log
  readonly metrics: Metrics
  /** The packs that could be taken in. */
  readonly packs: PackCatalogue
  /** Where knowledge is tried without touching the shop. */
  readonly tryOut: TryOut
  /** The shop's own system, where it can be asked. */
  readonly shop?: ShopConnector
  /** Where the server makes backups of its own. */
  readonly backups?: Backups
}
