import type { z } from 'zod'
import type { CasePatch, CaseView } from '../../src/protocol/cases.ts'
import type { CaseDetail } from '../../src/protocol/http.ts'
import { request } from '../net/http.ts'

export type CaseWork = z.input<typeof CasePatch>

export function casePath(number: string): string {
  return `/api/v1/cases/${encodeURIComponent(number)}`
}

export function saveCase(number: string, work: CaseWork): Promise<CaseDetail> {
  return request<CaseDetail>('PATCH', casePath(number), work)
}

export function isOpen({ status }: Pick<CaseView, 'status'>): boolean {
  return status === 'open' || status === 'in_progress' || status === 'waiting'
}
