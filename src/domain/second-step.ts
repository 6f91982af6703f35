import { type Agent, hasRole } from './agent.ts'

/** Of whom the shop demands a second step of signing in. */
export const DEMANDED_OF = ['nobody', 'owners', 'everyone'] as const
export type DemandedOf = (typeof DEMANDED_OF)[number]

/** How the shop's own people must sign in. */
export interface SecurityPolicy {
  readonly secondStep: DemandedOf
}

export function demandsSecondStep({ secondStep }: SecurityPolicy, agent: Agent): boolean {
  if (secondStep === 'everyone') return true
  return secondStep === 'owners' && hasRole(agent, 'owner')
}
