/** Who did what to what. */
export interface AuditEntry {
  readonly at: number
  readonly actor: string
  readonly action: string
  readonly target: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** Every action that is written down, for whoever puts them into words. The first part of a name is its area. */
export const AUDIT_ACTIONS = [
  'agent.away',
  'agent.changed',
  'agent.signed-out',
  'api-key.created',
  'api-key.revoked',
  'canned-reply.removed',
  'canned-reply.saved',
  'case.changed',
  'case.opened',
  'conversation.assigned',
  'conversation.followed-up',
  'conversation.resolved',
  'conversation.returned_to_bot',
  'conversation.returned_to_queue',
  'conversation.taken_over',
  'conversation.transferred',
  'customer.blocked',
  'customer.changed',
  'customer.note-changed',
  'customer.note-deleted',
  'customer.note-restored',
  'customer.noted',
  'customer.phone-seen',
  'customer.unblocked',
  'history.exported',
  'audit.exported',
  'figures.exported',
  'invite.accepted',
  'invite.created',
  'knowledge.discarded',
  'knowledge.drafted',
  'knowledge.published',
  'knowledge.rolled_back',
  'label.changed',
  'label.created',
  'label.removed',
  'message.recalled',
  'message.warned',
  'order.proof_failed',
  'pack.installed',
  'pack.upgraded',
  'password.changed',
  'promise.broken',
  'questions.ignored',
  'questions.out_of_scope',
  'questions.reopened',
  'questions.taught',
  'reception.switched',
  'recovery-code.used',
  'second-factor.ended',
  'second-factor.set',
  'todo.changed',
  'webhook.changed',
  'webhook.created',
  'webhook.key-changed',
  'webhook.removed',
  'webhook.sent-again',
  'webhook.switched-off',
  'webhook.switched-on',
  'welcome.finished',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

export function areaOf(action: string): string {
  return action.split('.')[0] ?? ''
}
