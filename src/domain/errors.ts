import type { Problem } from './knowledge.ts'
import type { LocalizedText } from './localized-text.ts'

/** Every refusal that a caller may expect: its HTTP status and what it says to a person. `docs/errors.md` lists them. */
export const ERROR_CODES = {
  invalid_input: { status: 400, message: 'The request is not of the form that docs/protocol.md describes.' },
  knowledge_path: {
    status: 400,
    message: 'No file of the knowledge may lie there. See the folders in docs/knowledge.md.',
  },
  not_signed_in: { status: 401, message: 'Sign in first.' },
  sign_in_failed: { status: 401, message: 'Login and password do not match.' },
  second_factor_needed: { status: 401, message: 'Send a code of the second step too.' },
  second_factor_wrong: { status: 401, message: 'This code is wrong, or was used before.' },
  identity_invalid: { status: 401, message: 'The signed identity is wrong or has expired.' },
  api_key_invalid: {
    status: 401,
    message: 'The API key is missing or wrong. Send it as `Authorization: Bearer <key>`.',
  },
  password_wrong: { status: 403, message: 'This is not your password.' },
  forbidden: { status: 403, message: 'Your role does not allow this.' },
  second_factor_demanded: { status: 403, message: 'The shop demands a second step of signing in. Set it up first.' },
  customer_blocked: { status: 403, message: 'The shop does not take messages from this customer at present.' },
  origin_not_allowed: { status: 403, message: 'This page may not open the widget.' },
  csrf_failed: { status: 403, message: 'The page is out of date. Reload it and try again.' },
  not_found: { status: 404, message: 'There is nothing here.' },
  conversation_not_found: { status: 404, message: 'This conversation does not exist.' },
  customer_not_found: { status: 404, message: 'This customer does not exist.' },
  suggestion_not_found: { status: 404, message: 'This suggestion does not exist.' },
  group_not_found: { status: 404, message: 'This group does not exist.' },
  agent_not_found: { status: 404, message: 'This agent does not exist.' },
  product_not_found: { status: 404, message: 'This product does not exist.' },
  note_not_found: { status: 404, message: 'This note does not exist.' },
  case_not_found: { status: 404, message: 'This case does not exist.' },
  intent_not_found: { status: 404, message: 'This intent does not exist.' },
  task_not_found: { status: 404, message: 'This task does not exist, or it opens no case.' },
  todo_not_found: { status: 404, message: 'This to-do does not exist.' },
  order_not_found: { status: 404, message: 'This order does not exist, or it is not yours.' },
  question_not_found: { status: 404, message: 'This question is not kept, or was settled meanwhile.' },
  question_empty: { status: 422, message: 'This message asks nothing that could be learnt.' },
  label_not_found: { status: 404, message: 'This label does not exist.' },
  canned_reply_not_found: { status: 404, message: 'This canned reply does not exist.' },
  knowledge_file_not_found: {
    status: 404,
    message: 'This file lies neither in the knowledge folder nor in the draft.',
  },
  publication_not_found: { status: 404, message: 'This publication does not exist.' },
  invite_invalid: { status: 404, message: 'This link has been used or has expired. Ask for a new one.' },
  conversation_not_queued: { status: 409, message: 'Someone else has already taken it.' },
  conversation_not_yours: { status: 409, message: 'This conversation is not assigned to you.' },
  agent_full: { status: 409, message: 'You hold as many conversations as you may.' },
  agent_absent: { status: 409, message: 'This agent is not there now.' },
  transfer_pending: { status: 409, message: 'Somebody has been asked to take this conversation already.' },
  transfer_over: { status: 409, message: 'This transfer is not waiting for an answer any more.' },
  conversation_not_resolved: { status: 409, message: 'The conversation is still going on.' },
  recall_too_late: { status: 409, message: 'A message can be taken back within two minutes.' },
  rating_settled: { status: 409, message: 'This has been rated and cannot be changed any more.' },
  todo_settled: { status: 409, message: 'Somebody else has already dealt with this to-do.' },
  message_conflict: { status: 409, message: 'Another message was already sent under this id.' },
  suggestion_decided: { status: 409, message: 'This suggestion has already been dealt with.' },
  case_changed: { status: 409, message: 'Somebody else has changed this case meanwhile.' },
  case_ended: { status: 409, message: 'This case has ended.' },
  canned_code_taken: { status: 409, message: 'Another canned reply has this short code.' },
  knowledge_changed: { status: 409, message: 'Somebody has changed this file meanwhile. Read it again.' },
  knowledge_unchanged: { status: 409, message: 'There is nothing to publish: this is what serves.' },
  knowledge_unchecked: { status: 409, message: 'This draft has not been checked, or has changed since.' },
  knowledge_regressions: {
    status: 409,
    message: 'Something gets worse by this draft. Confirm it to publish all the same.',
  },
  knowledge_conflict: {
    status: 409,
    message: 'The folder and the draft contradict each other. Settle it in the file first.',
  },
  knowledge_broken: { status: 409, message: 'This cannot serve: the knowledge has mistakes.' },
  check_running: { status: 409, message: 'A check is running already.' },
  login_taken: { status: 409, message: 'This login name is taken.' },
  label_taken: { status: 409, message: 'There is a label of this name already.' },
  too_many_labels: { status: 409, message: 'There are as many labels as there may be. Remove one first.' },
  second_factor_set: { status: 409, message: 'There is a second step already. End it first.' },
  last_owner: { status: 409, message: 'The last owner cannot be removed.' },
  upload_refused: {
    status: 415,
    message:
      'Only pictures (JPEG, PNG, WebP, GIF) up to 5 MB and files (PDF, DOCX, XLSX, TXT, CSV, ZIP) up to 10 MB can be sent.',
  },
  password_weak: {
    status: 422,
    message: 'Choose a password of 8 to 128 characters that nobody would guess among the first.',
  },
  knowledge_unreadable: {
    status: 422,
    message: 'This file is no good YAML, or has no such place. Mend it in the file.',
  },
  words_forbidden: { status: 422, message: 'The message holds words that the shop does not allow.' },
  template_invalid: { status: 422, message: 'A text of the canned reply cannot be filled in.' },
  gap_left: { status: 422, message: 'Something in the message is still to be filled in.' },
  too_many: { status: 429, message: 'Too many at once. Wait a moment and try again.' },
  unavailable: { status: 503, message: 'It could not be stored just now. Nothing is lost; try again.' },
  knowledge_unwritable: { status: 503, message: 'The knowledge folder cannot be written. Nothing was changed.' },
  internal: { status: 500, message: 'Something went wrong on our side.' },
} as const satisfies Record<string, { status: number; message: string }>

export type ErrorCode = keyof typeof ERROR_CODES

/** A word that may not be said, and the owner's reason. */
export interface RefusedWord {
  readonly word: string
  readonly why: LocalizedText
}

/** An expected refusal. Everything else that is thrown is a bug. */
export class AppError extends Error {
  readonly code: ErrorCode
  /** Seconds after which the same request may succeed. */
  readonly retryAfter: number | undefined
  /** Of `words_forbidden`. */
  readonly words: readonly RefusedWord[] | undefined
  /** Of `knowledge_broken`. */
  readonly problems: readonly Problem[] | undefined

  constructor(
    code: ErrorCode,
    detail?: {
      message?: string
      retryAfter?: number
      words?: readonly RefusedWord[]
      problems?: readonly Problem[]
      cause?: unknown
    },
  ) {
    super(detail?.message ?? ERROR_CODES[code].message, { cause: detail?.cause })
    this.name = 'AppError'
    this.code = code
    this.retryAfter = detail?.retryAfter
    this.words = detail?.words
    this.problems = detail?.problems
  }
}
