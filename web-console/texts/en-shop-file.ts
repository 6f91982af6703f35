import type { zhShopFile } from './zh-shop-file.ts'

/** The words of the forms over shop.yaml in English. */
export const enShopFile: typeof zhShopFile = {
  shopFile: {
    parts: 'Parts of the shop’s settings',
    inYaml: 'See it in YAML',
    drafted: 'The changes are in the draft; they take effect when it is published.',
    publish: 'Publish',
    broken: 'Something is not as it should be; it cannot be published yet',
    line: (n) => `Line ${n}`,
    unsaved: (n) => (n === 1 ? '1 change not saved' : `${n} changes not saved`),
    inChinese: 'Chinese',
    inEnglish: 'English (may be left out)',
    closed: 'Closed',
    from: 'from',
    until: 'until',
    addShift: 'Add hours',
    removeShift: (n) => `remove shift ${n}`,
    copyMonday: 'Tuesday to Friday as Monday',
    factName: 'Name of a new fact, for example cutoff',
    addFact: 'Add a fact',
    remove: 'Remove',
    removeNamed: (name) => `Remove ${name}`,
    numbered: (n) => `No. ${n}`,
    unfold: 'Unfold',
  },
}
