import { parentPort, workerData } from 'node:worker_threads'
import type { ConfusionNews } from './confuser.ts'
import { countConfusion } from './evaluation/count-confusion.ts'
import type { TrainingSource } from './training-source.ts'

const tell = (news: ConfusionNews) => parentPort?.postMessage(news)
const counted = countConfusion(workerData as TrainingSource, (done, total) => tell({ done, total }))
tell({ counted })
