import { WebAdapter } from 'botbuilder-adapter-web'
import { Botkit } from 'botkit'

/** A Botkit bot with its web adapter, as its guide has it. It stores nothing: its dialog state is in memory. Prints its port. */
process.env['PORT'] = '0'
const controller = new Botkit({ webhook_uri: '/api/messages', adapter: new WebAdapter(), disable_console: true })
controller.hears('.*', 'message', async (bot, message) => {
  await bot.reply(message, { text: message.text })
})
controller.ready(() => {
  const address = controller.http.address()
  if (address && typeof address === 'object') console.log(`port ${address.port}`)
})
