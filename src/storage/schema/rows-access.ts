/** How the shop's people get in. */
export interface SessionRow {
  hash: string
  agent_id: string
  expires_at: number
  used_at: number
}

export interface InviteRow {
  hash: string
  role: string
  created_by: string | null
  expires_at: number
  used_at: number | null
}

export interface SecondFactorRow {
  agent_id: string
  sealed: string
  /** Null until a first code has proved it. */
  since: number | null
  /** Of the newest code that was used. */
  last_step: number
}

export interface RecoveryCodeRow {
  agent_id: string
  hash: string
}

export interface SignInAttemptRow {
  key: string
  failures: number
  last_at: number
  blocked_until: number
}
