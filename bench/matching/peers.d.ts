// What the bench uses of its peers (bench/server too, of node-nlp). Ambient, so that the root's type check needs none of them installed.
declare module '@nlpjs/core' {
  export interface Container {
    use(plugin: unknown): unknown
  }
  export function containerBootstrap(): Promise<Container>
}

declare module '@nlpjs/lang-en' {
  export const LangEn: unknown
}

declare module '@nlpjs/lang-zh' {
  export const LangZh: unknown
}

declare module '@nlpjs/nlu' {
  export interface Classified {
    readonly classifications: readonly { readonly intent: string; readonly score: number }[]
  }
  export class NluNeural {
    constructor(settings: object, container: unknown)
    train(corpus: readonly { utterance: string; intent: string }[]): Promise<unknown>
    process(text: string): Promise<Classified>
  }
}

declare module 'node-nlp' {
  import type { Classified } from '@nlpjs/nlu'

  export class NlpManager {
    constructor(settings: object)
    addDocument(locale: string, utterance: string, intent: string): void
    addAnswer(locale: string, intent: string, answer: string): void
    train(): Promise<unknown>
    process(locale: string, utterance: string): Promise<Classified & { readonly answer?: string }>
    import(text: string): void
    export(minified: boolean): string
  }
}

declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  export default class BayesClassifier {
    constructor(stemmer?: unknown, smoothing?: number)
    addDocument(tokens: readonly string[], label: string): void
    train(): void
    getClassifications(tokens: readonly string[]): { label: string; value: number }[]
  }
}

declare module 'natural/lib/natural/classifiers/logistic_regression_classifier.js' {
  export { default } from 'natural/lib/natural/classifiers/bayes_classifier.js'
}

declare module 'fasttext.wasm.js' {
  interface Predictions {
    size(): number
    get(at: number): readonly [probability: number, label: string]
    delete(): void
  }
  interface Model {
    predict(text: string, count: number, threshold: number): Predictions
  }
  interface FastText {
    trainSupervised(url: string, options: object, onProgress: () => void): Promise<Model>
  }
  export const getFastTextModule: unknown
  export function getFastTextClass(options: object): Promise<new () => FastText>
}

declare module 'fuse.js' {
  export default class Fuse<T> {
    constructor(list: readonly T[], options: object)
    search(text: string, options?: { limit: number }): { readonly item: T; readonly score?: number }[]
  }
}

declare module 'minisearch' {
  interface Hit {
    readonly score: number
    readonly intent: string
  }
  export default class MiniSearch {
    constructor(options: object)
    addAll(documents: readonly object[]): void
    search(text: string, options: object): Hit[]
  }
}
