import type { OpenedStorage } from '../../src/storage/sqlite.ts'
import { beginTalk } from '../../test/support/figures-talk.ts'

const TEN = Date.UTC(2026, 5, 1, 2)

/** Holds so many conversations message by message, ten in each, a third of them with a person. Returns how many messages that were. */
export async function talkAll(opened: OpenedStorage, talks: number): Promise<number> {
  let messages = 0
  for (let number = 0; number < talks; number += 1) {
    const talk = await beginTalk(opened, {
      id: `talk-${number}`,
      customer: `customer-of-${number}`,
      from: TEN + number * 10_000,
    })
    for (const at of [0, 10, 20, 30]) {
      await talk.ask(at)
      await talk.bot(at + 1, at === 30 ? 'not_understood' : 'answer', { intent: 'size', product: 'dress' })
    }
    messages += 8
    if (number % 3 > 0) continue

    await talk.call(40, 'asked')
    await talk.claim(50, 'mina')
    await talk.reply(60, 'mina')
    await talk.resolve(90, 'mina')
    messages += 4
  }
  return messages
}
