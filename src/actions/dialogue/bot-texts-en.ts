import type { BotTexts } from './bot-texts-zh.ts'

/** 小二's own English. */
export const ENGLISH: BotTexts = {
  clarify: 'Just to be sure, which of these do you mean?',
  noneOfThese: 'None of these',
  notUnderstood:
    "Sorry, I didn't quite get that. Could you put it another way, or tell me which product or order it is about? I can also call a colleague.",
  here: "I'm here. Ask me about products, orders, delivery or returns.",
  file: "I've got your file, but I can't open files yet. Could you tell me in words? I can also call a colleague.",
  image:
    "I've got your picture, but I can't read pictures yet. Could you tell me in words? I can also call a colleague.",
  product: (name) => `You're looking at "${name}". Would you like to know about sizes, material, stock or delivery?`,
  person: 'Talk to a person',
  handoff:
    "Of course. I'm getting a colleague for you; they can see what we've said so far, so there's no need to repeat it.",
  sorry: "I'm sorry about this. I'm getting a colleague right away; they can see everything you've written.",
  nobody:
    'Nobody from the team is online right now. Leave your question here, with a way to reach you, and they will answer as soon as they are back.',
  backAt: (when) => `They are back ${when}.`,
  stillQueued:
    'That one is better answered by a colleague. You are still in the queue, in the same place; they will join as soon as it is your turn.',
  goOnWaiting: "All right, you're still in the queue. A colleague will be with you soon.",
  leaveMessage:
    "All right, no need to wait. Write your question here with a way to reach you; colleagues answer in turn, and you'll see it right here.",
  withBot: "All right, ask me meanwhile. Your place in the queue is kept; a colleague joins when it's your turn.",

  whichProduct: 'Which one do you mean?',
  missingFact: (product, title) =>
    `I don't have that written down for "${product}" (${title.toLowerCase()}), and I'd rather not guess. I've noted it for my colleagues; if you need it now, ask for a person.`,
  proofAsk:
    'To protect your privacy I need to check two things first: please send the order number and the last four digits of the phone number on the order. If you have an account, signing in is quicker.',
  proofAskDigits: (number) =>
    `Thanks, order ${number}. Please also send the last four digits of the phone number on it, and I'll look it up.`,
  proofAskNumber: "Thanks. Now I just need the order number; it's in your confirmation message or under “My orders”.",
  proofFailed: "The order number and those four digits don't match. Could you check both and send them again?",
  proofLocked:
    "That didn't match too many times, so for safety this order can't be looked up here today. Please sign in to see it, or ask for a person.",
  proofForgot:
    "No problem. Sign in to the account you ordered with and you'll find it under “My orders”. If you can't, a colleague can help you.",
  proofDropped: "All right, we'll leave the order. Ask me anything else any time.",
  signIn:
    'To protect your privacy, orders can only be looked up once you are signed in. Sign in, come back here, and I can go on.',
  noOrders:
    "I can't find any orders on your account. Perhaps you ordered with another one? Send me the order number and the last four digits of its phone number and I'll look.",
  notYourOrder: (number) =>
    `I can't find order ${number} on your account. If it was placed with another phone number, send me the last four digits of it.`,
  otherOrder: (items) => `Another order: ${items}`,
  orderChosen: (number, items) =>
    `Got it, order ${number} (${items}). Would you like to track it, change something, or return an item?`,

  flowAgain: "I didn't quite get that.",
  flowResume: (title) => `Back to "${title}":`,
  flowCancelled: (title) => `All right, I've dropped "${title}". Just tell me if you need it later.`,
  flowRefused: 'All right, nothing is sent yet. Would you like to change something, or drop it?',
  flowChange: 'What would you like to change?',
  flowPausedOffer: (title) => `"${title}" from before isn't finished. Shall we go on with it?`,
  flowOrderUnavailable: "That order can't be used here. Could you choose another?",
  flowDropped: "All right, we'll leave that.",
  yes: 'Yes',
  no: 'No',
  skip: 'Skip',
  cancel: 'Drop it',
  change: 'Change something',
  resume: 'Go on',
  drop: 'No, thanks',
  wholeOrder: 'The whole order',
  summary: (title) => `${title} · please check`,
  caseNumber: 'Case',
  parcelTitle: (carrier, number) => `${carrier} ${number}`,
  couponsTitle: 'Coupons you can use',
  sameCase: (type, number, status, due) =>
    `This is registered already, as case ${number} (${type.toLowerCase()}, status: ${status}), so there's no need to send it again. I've reminded my colleagues; you should hear by ${due}.`,
}
