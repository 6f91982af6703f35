import type { zhKeys } from './zh-keys.ts'

/** The table of shortcuts, in English. */
export const enKeys: typeof zhKeys = {
  title: 'Shortcuts',
  groups: { move: 'Move and find', queue: 'Receive', conversation: 'This conversation', write: 'Write' },
  switch: 'Previous / next conversation',
  find: 'Find in the conversation',
  history: 'Search all conversations',
  help: 'Show this sheet',
  takeNext: 'Take who is offered, or the next in line',
  longest: 'Go to whoever has waited longest',
  pass: 'Pass, or decline a transfer',
  adopt: 'Adopt suggestion 1–3',
  resolve: 'Resolve',
  resolveNext: 'Resolve and go to the next',
  transfer: 'Transfer',
  label: 'Label',
  remind: 'Plan a follow-up',
  note: 'Reply / internal note',
  canned: 'Canned replies (in the box)',
  send: 'Send',
  newline: 'Line break',
}
