import type { zhPacks } from './zh-packs.ts'

/** The words of 行业包 in English. */
export const enPacks: typeof zhPacks = {
  packs: {
    title: 'Packs',
    lead: 'Ready-made questions, tasks and tests. A pack goes into the draft and serves once published; change it as you like, an upgrade never writes over what is yours.',
    empty: 'No packs here',
    emptyHint: 'Put the file of a pack into packs/ of the data folder and reload',
    installed: 'The shop has',
    notInstalled: 'not yet',
    available: 'Newest',
    gone: 'not to be found',
    newer: 'newer',
    current: 'Up to date',
    licence: 'Licence',
    install: 'Put into the draft',
    upgrade: 'Upgrade in the draft',
    ownersOnly: 'Only owners may',
    confirm: (version) => `Put version ${version} into the draft?`,
    confirmText:
      'Files that you have not touched are replaced; what both have changed is merged, and where that cannot be done both stand in the file for you to choose. Shoppers see nothing of it until you publish.',
    done: 'It is in the draft; check and publish it',
    would: 'This will be:',
    stands: 'Now:',
    states: {
      same: 'same',
      added: 'new',
      taken: 'replaced',
      removed: 'removed',
      merged: 'merged',
      conflict: 'conflict',
      kept: 'yours stays',
    },
    overridden: 'changed by the shop',
    files: (n) => (n === 1 ? 'See this file' : `See these ${n} files`),
    toDraft: 'Go to the draft',
    tab: 'Packs',
  },
}
