/** Ids are opaque strings; the names say which record they point at. */
export type CustomerId = string
export type ConversationId = string
export type AgentId = string
export type IntentId = string
export type ProductId = string
export type SuggestionId = string
export type CaseNumber = string
export type FlowId = string
export type LabelId = string
export type TodoId = string
export type WebhookId = string
