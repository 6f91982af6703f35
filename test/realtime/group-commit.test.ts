import { expect, it } from 'vitest'
import { openRawClient } from '../support/raw-client.ts'
import { openRecording } from '../support/recording-storage.ts'
import { startTestApp } from '../support/test-app.ts'

const UNLIMITED = { MESSAGE_RATE: '1000000/1', SESSION_RATE: '1000000/1' }

/** So many shoppers ask at once, each again as soon as the answer is there; returns messages stored per commit of the log. */
async function messagesPerCommit(shoppers: number, questions: number): Promise<number> {
  const { native, opened } = await openRecording()
  await using app = await startTestApp({ opened, environment: UNLIMITED })
  const { url } = await app.app.listen()
  const port = Number(new URL(url).port)
  const clients = await Promise.all(
    Array.from({ length: shoppers }, async () => {
      let answered = () => {}
      const client = await openRawClient({
        port,
        namespace: '/widget',
        auth: { locale: 'zh' },
        onEvent: (event, payload) => {
          const { message } = payload as { message?: { author: { kind: string } } }
          if (event === 'message:created' && message?.author.kind === 'bot') answered()
        },
      })
      const ask = (clientId: string) =>
        new Promise<void>((resolve) => {
          answered = resolve
          client.emit('message:send', { clientId, kind: 'text', text: '包邮吗' }, () => undefined)
        })
      return { ask, close: client.close }
    }),
  )

  native.commits = 0
  await Promise.all(
    clients.map(async ({ ask }) => {
      for (let n = 0; n < questions; n += 1) await ask(`question-${n}`)
    }),
  )
  const { commits } = native
  for (const { close } of clients) close()
  return (shoppers * questions * 2) / commits
}

it('shares a commit among the messages of a hundred shoppers', async () => {
  expect(await messagesPerCommit(100, 10)).toBeGreaterThanOrEqual(20)
})

it('shares it among more where more write', { timeout: 60_000 }, async () => {
  expect(await messagesPerCommit(1000, 2)).toBeGreaterThanOrEqual(100)
})
