import { describe, expect, it } from 'vitest'
import { OUT_OF_SCOPE, parseLabelled } from '../../src/domain/evaluation/parse-labelled.ts'
import { holdOut } from '../../src/understanding/evaluation/hold-out.ts'
import { toTsvSource } from '../../src/understanding/evaluation/tsv-source.ts'
import type { TrainingSource } from '../../src/understanding/training-source.ts'
import { SMALL_SHOP } from './small-shop.ts'

const FOLDS = 4
const SPLITS = [...Array(FOLDS).keys()].map((fold) => holdOut(SMALL_SHOP, fold, FOLDS))

/** Every example with its intent, what is out of scope included. */
function labelled({ intents, outOfScope }: TrainingSource): readonly string[] {
  return [
    ...intents.flatMap(({ id, examples }) => examples.map((text) => `${text}\t${id}`)),
    ...outOfScope.map((text) => `${text}\t${OUT_OF_SCOPE}`),
  ]
}

describe('holding out', () => {
  it('holds back every example exactly once over the folds, under its own intent', () => {
    const heldBack = SPLITS.flatMap(({ heldBack }) =>
      heldBack.map(({ utterance, intent }) => `${utterance}\t${intent}`),
    )

    expect(heldBack.toSorted()).toEqual(labelled(SMALL_SHOP).toSorted())
  })

  it('lets a fold learn all that it does not hold back, and nothing else', () => {
    for (const { learnt, heldBack } of SPLITS) {
      const held = heldBack.map(({ utterance, intent }) => `${utterance}\t${intent}`)

      expect([...labelled(learnt), ...held].toSorted()).toEqual(labelled(SMALL_SHOP).toSorted())
    }
  })

  it('leaves to every fold all intents, with titles, `not:` lines and the lexicon', () => {
    const kept = ({ id, titles, not }: TrainingSource['intents'][number]) => ({ id, titles, not })

    for (const { learnt } of SPLITS) {
      expect(learnt.intents.map(kept)).toEqual(SMALL_SHOP.intents.map(kept))
      expect(learnt.synonyms).toEqual(SMALL_SHOP.synonyms)
      for (const { examples } of learnt.intents) expect(examples.length).toBeGreaterThan(0)
    }
  })

  it('spreads an intent over the folds, so that they differ by one example at most', () => {
    for (const { id } of SMALL_SHOP.intents) {
      const counts = SPLITS.map(({ heldBack }) => heldBack.filter(({ intent }) => intent === id).length)

      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    }
  })

  it('names the language of a message as its style', () => {
    const styles = new Map(SPLITS.flatMap(({ heldBack }) => heldBack.map(({ utterance, style }) => [utterance, style])))

    expect(styles.get('什么时候发货')).toBe('zh')
    expect(styles.get('where is my parcel')).toBe('en')
    expect(styles.get('tell me a joke')).toBe('en')
  })
})

describe('labelled rows as something to learn from', () => {
  it('gathers the examples of an intent, and takes what is none of the shop’s business for the background', () => {
    const source = toTsvSource(
      parseLabelled('my card is late\tcard\nhi\tgreet\nwhere is my card\tcard\ntell a joke\tnone\n'),
    )

    expect(source.intents.map(({ id, examples }) => [id, examples])).toEqual([
      ['card', ['my card is late', 'where is my card']],
      ['greet', ['hi']],
    ])
    expect(source.outOfScope).toEqual(['tell a joke'])
  })

  it.each([
    ['where is my card\tcard_arrival', ['card arrival']],
    ['where is my card\tcardArrival', ['card Arrival']],
    ['where is my card\t查物流', []],
    ['我的快递到哪了\tlogistics_track', []],
    ['我的快递到哪了\t查物流', ['查物流']],
  ])('reads the name of an intent as a title only in the language of the examples: %j', (text, titles) => {
    expect(toTsvSource(parseLabelled(text)).intents.map((one) => one.titles)).toEqual([titles])
  })
})
