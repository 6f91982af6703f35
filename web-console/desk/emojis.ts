export type EmojiGroup = 'faces' | 'hands' | 'hearts' | 'things'

/** What people of a shop really send, and nothing else: a long list is searched longer than a sentence is typed. */
export const EMOJIS: Readonly<Record<EmojiGroup, readonly string[]>> = {
  faces: [...'😊😄😁😂🤗😉😍🥰😘😋😎🤩😌🙂😅😓😢😭😔🥺😳🤔😴😷'],
  hands: [...'👍👌👏🙏🤝💪👋🙌👉👇', '✌️', '☝️'],
  hearts: ['❤️', ...'💕💖💗🌹🎁🎉🎊✨🌟💐🍀🎂'],
  things: [...'📦🚚📮🏠📱💳🧾📏👗👕👟🧣🧴🍵', '☀️', ...'🌧⏰📍🔍✅❌❓❗🔥💡📌'],
}

const KEY = 'xiaoer-console-emoji'
const KEPT = 12

/** The ones used last in this browser, the newest first. */
export function recentEmojis(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string').slice(0, KEPT) : []
  } catch {
    return []
  }
}

export function noteEmoji(emoji: string): void {
  const next = [emoji, ...recentEmojis().filter((one) => one !== emoji)].slice(0, KEPT)
  localStorage.setItem(KEY, JSON.stringify(next))
}
