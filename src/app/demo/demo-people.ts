import type { DemoPeople } from '../../ports/world.ts'
import { signIdentity } from '../../security/tokens.ts'
import { STORIES } from './stories.ts'

/** Lets visitors of the demo shop browse as one of the people with a story. */
export function createDemoPeople(identitySecret: string): DemoPeople {
  return {
    customers: STORIES.map(({ key, name, about }) => ({ key, name, about })),
    sign: async (key) => {
      const person = STORIES.find((one) => one.key === key)
      return person && signIdentity(identitySecret, { shopId: key, name: person.name, phone: person.phone })
    },
  }
}
