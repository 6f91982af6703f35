import type { Mood } from '../domain/understanding.ts'

/**
 * Words of anger at the shop. Hurry ("着急"), refusal ("cancel"), facts ("坏了"), a wish to complain and a
 * question about fraud are not anger: their intents say what to do. Look-arounds keep goods out (滚筒, 垃圾袋, usb).
 */
const ANGRY_ZH = [
  /垃圾(?!桶|袋|箱|分类|铲|处理|车)/,
  /气死|气炸|火大|忍无可忍|受够了|受不了你们|(?:很|太|真|好|非常)生气|生气了/,
  /(?:真|太|好|够)恶心|恶心人|不要脸|欺人太甚|(?<!不)(?:太|很|真)过分|(?<!不)过分了/,
  /黑店|黑心|奸商|无良|坑爹|坑人|坑我|太坑|破店|破玩意|什么破(?!了|损|洞)/,
  /(?:你们|大|一群|都是|就是)骗子|骗子(?:店|公司|商家)|耍我|耍猴|玩我呢|当我傻|糊弄(?:我|人|谁)|敷衍我/,
  /什么(?:狗屁)?态度|狗屁|屁用|放屁|脑残|智障|傻[逼比叉b]|煞笔|有病吧|滚(?!筒|动|轮|烫|珠|边|刷|水)/,
  /他妈的(?!生日|尺码|衣服)|尼玛|去死|(?<![a-z])(?:tmd|nmsl|sb|cnm)(?![a-z])/,
  /给(?:你|你们|个)?差评|差评伺候/,
]

const ANGRY_EN = [
  /\b(?:fuck\w*|wtf|shit(?:ty|s)?|bullshit|pissed|idiots?|morons?|stupid|pathetic|crap)\b/,
  /\b(?:furious|outrag(?:ed|eous)|disgust(?:ed|ing)|unacceptable|ridiculous|fed up|sick of|ripped off|rip ?off)\b/,
  /\b(?:so|very|really|extremely) angry\b|\b(?:im|i am) angry\b|\bmakes? me angry\b|\bsick and tired\b/,
  /\bworst (?:\w+ )?(?:shop|store|service|company|seller|experience)\b|\bgarbage\b(?! (?:bags?|cans?|bins?|disposal))/,
  /\byou(?:re| are| guys are| people are)? (?:all )?(?:a )?(?:bunch of )?(?:scam\w*|liars?|thieves|crooks|useless)\b/,
]

/** Whether the shopper is angry. `normalised` is lower case and simplified. */
export function detectMood(normalised: string): Mood {
  const isAngry = [...ANGRY_ZH, ...ANGRY_EN].some((words) => words.test(normalised))
  return isAngry ? 'angry' : 'calm'
}
