/**
 * Words of anger at the shop. Hurry ("着急"), refusal ("cancel"), facts ("坏了"), a wish to complain and a
 * question about fraud are not anger: their intents say what to do. Look-arounds keep goods out (滚筒, 垃圾袋, usb).
 */
export const ANGRY: readonly RegExp[] = [
  /垃圾(?!桶|袋|箱|分类|铲|处理|车)/,
  /气死|气炸|火大|忍无可忍|受够了|受不了你们|(?:很|太|真|好|非常)生气|生气了/,
  /(?:真|太|好|够)恶心|恶心人|不要脸|欺人太甚|(?<!不)(?:太|很|真)过分|(?<!不)过分了/,
  /黑店|黑心|奸商|无良|坑爹|坑人|坑我|太坑|破店|破玩意|什么破(?!了|损|洞)/,
  /(?:你们|大|一群|都是|就是)骗子|骗子(?:店|公司|商家)|耍我|耍猴|玩我呢|当我傻|糊弄(?:我|人|谁)|敷衍我/,
  /什么(?:狗屁)?态度|狗屁|屁用|放屁|脑残|智障|傻[逼比叉b]|煞笔|有病吧|滚(?!筒|动|轮|烫|珠|边|刷|水)/,
  /他妈的(?!生日|尺码|衣服)|尼玛|去死(?!皮|角)|(?<![a-z])(?:tmd|nmsl|sb|cnm)(?![a-z])/,
  /给(?:你|你们|个)?差评|差评伺候/,
  /\b(?:fuck\w*|wtf|shit(?:ty|s)?|bullshit|pissed|idiots?|morons?|stupid|pathetic|crap)\b/,
  /\b(?:furious|outrag(?:ed|eous)|disgust(?:ed|ing)|unacceptable|ridiculous|fed up|sick of|ripped off|rip ?off)\b/,
  /\b(?:so|very|really|extremely) angry\b|\b(?:im|i am) angry\b|\bmakes? me angry\b|\bsick and tired\b/,
  /\bworst (?:\w+ )?(?:shop|store|service|company|seller|experience)\b|\bgarbage\b(?! (?:bags?|cans?|bins?|disposal))/,
  /\byou(?:re| are| guys are| people are)? (?:all )?(?:a )?(?:bunch of )?(?:scam\w*|liars?|thieves|crooks|useless)\b/,
]

/** Insults and swearing at a person. */
export const ABUSIVE: readonly RegExp[] = [
  /(?<!人工)(?:傻[逼比叉b](?!较)|煞笔|脑残|智障|白痴|蠢货|废物(?!利用|回收)|狗东西|畜生|王八蛋|混蛋|贱人|人渣|杂种|弱智)/,
  /(?<!没)有病吧|脑子(?:有病|进水|有坑)|神经病(?!院|学|科)|草泥马|操你|草你|日你妈|你妈(?:的|死|逼)|尼玛的?(?!生日|尺码|衣服)|去死(?!皮|角)|死全家|你全家|不得好死/,
  /滚(?:蛋|开|出去|犊子|远点|吧)|(?:给我|你)滚(?!筒|动|轮|烫|刷)|(?:^|\s)滚(?:$|\s)|狗(?:客服|商家)|臭(?:傻|不要脸)|他妈的(?!生日|尺码|衣服|鞋|手机|礼物)/,
  /(?<![a-z])(?:nmsl|cnm|s[b比])(?=$|[\s,，.。!！?？]|\p{Script=Han})/u,
  /\b(?:fuck|screw|damn) (?:you|u|off|ur|your)\b|\b(?:fk|f) u\b|\bstfu\b|(?<!to )\bshut (?:the \w+ )?up\b|\bgo to hell\b|\bkill yourself\b|\bdrop dead\b|\beat shit\b/,
  /\b(?:idiots?|morons?|imbeciles?|assholes?|arseholes?|bitch(?:es)?|bastards?|dumb ?ass(?:es)?|dick ?heads?|wankers?|cunts?|retard(?:s|ed)?|twats?|scumbags?|pieces? of shit)\b/,
  /\b(?:you|your|ur|youre) (?:are |all |so |fucking |bloody |such |a |an )*(?:stupid|dumb|brainless|worthless|pathetic|fucking)\b|\bstupid (?:bot|robot|machine|people|person|agent|staff|woman|man|cow)\b/,
]

/** "I am such an idiot", "我真是傻逼 地址写错了": who says it of oneself means no harm. */
export const SELF_ABUSE =
  /\b(?:i|im|i am|me|myself) (?:\w+ ){0,3}?(?:idiot|moron|stupid|dumb)\b|我(?:真的?|也|就|是|个|像|太|怎么|这么)*(?:傻[逼比叉b]|煞笔|脑残|智障|白痴|蠢货|废物)/g

/** Fear for a parcel, for money or for a day that comes; cold, damp and fading colours are questions about goods. */
export const WORRIED: readonly RegExp[] = [
  /急死|急疯|(?<!不用|不|别|无需|不必|甭|勿|免得|省得|还|曾|本来|之前|一开始)担心|(?<!不)(?:好|很|太|有点|真的?|越来越|特别)(?:焦虑|慌|着急)|着急用|慌了|慌得|急哭|愁死|坐立不安|提心吊胆/,
  /怎么办[啊呀呢吖嘛]|咋办[啊呀呢嘛]|(?<!不)急用(?!卡|钱|箱|品)|急需|等着用|赶着用|(?<!不)急着用|十万火急|来不及了|快来不及|救命(?!恩|的|稻)/,
  /(?<!不)怕(?:是)?(?:会)?(?:被)?(?:丢|弄丢|骗|来不及|赶不上|赶不及|收不到|到不了|没了|出事|错过|耽误|退不了|拿不回|有毒|中毒|盗)|好怕(?!热|冷|水|胖|黑|晒|痒|辣)|(?<!不)害怕/,
  /(?:会不会|是不是|不会是?|该不会是?|别是).{0,4}(?:丢了|弄丢|丢件|被骗|寄丢|没收|骗我|被盗|丢失)/,
  /\b(?:worried|worrying|anxious|nervous|panick?(?:ing|ed)?|stressed|freaking out|terrified|scared|desperate(?:ly)?|urgent(?:ly)?|im concerned|i am concerned|getting concerned)\b/,
  /\b(?:was|is|been|got|gone|be|get) (?:it |this |my \w+ )?(?:lost in (?:the )?(?:post|mail|transit))\b|\boh no\b/,
]

/** Takes the worry back: "dont worry", "not worried". */
export const NO_WORRY =
  /\b(?:not|no|never|dont|isnt|wasnt|arent|nothing) (?:\w+ )?(?:worr\w+|anxious|nervous|urgent\w*|stressed|scared|concerned)\b|\bno worries\b|\bwas (?:a bit |so )?(?:worried|nervous|anxious) (?:before|at first)\b|(?:不|不是|没那么|别|不用|没有)(?:很|太|特别)?(?:着急|焦虑|急用|慌)|不害怕/g
