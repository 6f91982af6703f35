import { postgres } from '../support/storages.ts'
import { describeEveryStore } from './every-store.ts'

describeEveryStore(postgres)
