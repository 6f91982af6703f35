import { expect, it } from 'vitest'
import { type Agent, ROLES } from '../../src/domain/agent.ts'
import { DEMANDED_OF, demandsSecondStep } from '../../src/domain/second-step.ts'

it.each([
  ['nobody', []],
  ['owners', ['owner']],
  ['everyone', ['agent', 'supervisor', 'owner']],
] as const)('is demanded of %s: %j', (secondStep, roles) => {
  const demanded = ROLES.filter((role) => demandsSecondStep({ secondStep }, { role } as Agent))

  expect(demanded).toEqual(roles)
  expect(DEMANDED_OF).toContain(secondStep)
})
