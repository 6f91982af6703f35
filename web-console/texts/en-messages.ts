import type { zhMessages } from './zh-messages.ts'

/** The words around the messages of one conversation, in English. */
export const enMessages: typeof zhMessages = {
  search: {
    open: 'Find in conversation',
    placeholder: 'Find in this conversation',
    results: 'Results',
    count: (at, all, more) => `${at} / ${all}${more ? '+' : ''}`,
    none: 'Nothing found',
    hint: 'Type what to find; Enter goes to older hits, Shift+Enter to newer ones',
    older: 'Older hit',
    newer: 'Newer hit',
    close: 'Close search',
  },
  quote: {
    act: 'Quote',
    actOn: (name) => `Quote ${name}’s message`,
    to: (name) => `Reply to ${name}`,
    drop: 'Do not quote',
    jump: 'Go to the message',
    recalled: 'This message was recalled',
    image: '[Picture]',
  },
  recall: {
    act: 'Recall',
    byYou: 'You recalled a message',
    byCustomer: 'The customer recalled a message',
    by: (name) => `${name} recalled a message`,
    again: 'Edit again',
    preview: '[Message recalled]',
  },
  typed: { label: (name) => `${name} is typing` },
  marks: { sent: 'Sent', delivered: 'Delivered', read: 'Read' },
  viewers: {
    looks: (name) => `${name} is viewing`,
    types: (name) => `${name} is typing`,
    more: (n) => `${n} in all`,
  },
  zoom: {
    open: 'Enlarge picture',
    title: (at, all) => `Picture ${at} of ${all}`,
    bigger: 'Zoom in',
    smaller: 'Zoom out',
    previous: 'Previous picture',
    next: 'Next picture',
    close: 'Close',
    original: 'Open the original',
  },
}
