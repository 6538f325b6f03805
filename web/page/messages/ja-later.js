/** Owns every word in Japanese that a person meets only after the first action. */
export default {
  'ask.text':
    'お世話になっております。AgencyHandy のワークスペースにツールを接続するため、API キーが必要です。作成できるのは SuperAdmin または Admin だけです：{path}。すでにキーがある場合は、{regenerate} を押す前にご相談ください。押した時点で古いキーは使えなくなります。キーはメールやチャットではなく、パスワードマネージャーで共有をお願いいたします。',
  'ask.copy': 'この依頼文をコピー',

  'workspace.foreign':
    '{host} は agencyhandy.com のアドレスではありません。ご自身のドメインの場合だけ開いてください。偽のログインページがパスワードを求めるおそれがあります。',
  'workspace.moveKey': 'API キーの欄に移す',

  'reason.workspace_empty': 'ワークスペースの名前を入力するか、そのアドレスを貼り付けてください。',
  'reason.workspace_too_long': 'ワークスペースのアドレスとしては長すぎます。',
  'reason.workspace_name_short': 'ワークスペースの名前は 3 文字以上です。',
  'reason.workspace_name_characters':
    'ワークスペースの名前に使えるのは、英小文字、数字、ハイフンだけです。',
  'reason.workspace_name_hyphen':
    'ワークスペースの名前では、ハイフンは文字や数字の間に置きます。先頭や末尾には置けません。',
  'reason.workspace_is_key':
    'ワークスペースではなく API キーのようです。リンクにはせず、どこにも送信していません。',
  'reason.workspace_www':
    'www のアドレスにワークスペースはありません。ログイン後に表示されるアドレス（例：{address}）を使ってください。',
  'reason.workspace_apex':
    'ワークスペースはサブドメインにあり、ドメインそのものにはありません。ログイン後に表示されるアドレス（例：{address}）を使ってください。',
  'reason.workspace_app':
    'app.agencyhandy.com は全員共通のログイン先です。その後に表示されるアドレス（例：{address}）を使ってください。',
  'reason.workspace_api':
    'api.agencyhandy.com はプログラム用で、設定はありません。ログイン後に表示されるアドレス（例：{address}）を使ってください。',
  'reason.workspace_scheme': 'ワークスペースのアドレスは https で始まります。',
  'reason.workspace_credentials':
    'このアドレスには、リンクに入れるべきでないユーザー名かパスワードが含まれています。@ までをすべて取り除いてください。',
  'reason.workspace_host':
    'このアドレスにワークスペースは置けません。入力の誤りがないか確認してください。',
  'reason.key_missing': 'まずキーを貼り付けてください。',
  'reason.key_empty': 'まずキーを貼り付けてください。',
  'reason.key_too_long': 'キーとしては長すぎます。上限は 4,096 文字です。',
  'reason.key_bad_character':
    '{position} 文字目（{codePoint}）はキーに使えない文字です。何も送信していません。キーをもう一度コピーしてください。',
  'reason.reply_empty': 'まずコマンドの応答を貼り付けてください。',
  'reason.reply_html':
    'API の応答ではなくウェブページです。コマンドのアドレスが正しいか確認してください。',
  'reason.reply_not_json':
    '応答の全体ではありません。最初の { から最後の } まですべてコピーしてください。',
  'reason.reply_error': 'API は会社ではなくエラー（ステータス {status}）を返しました。',
  'reason.reply_error.unknown': 'API は会社ではなくエラーを返しました。',
  'reason.reply_error.401':
    'API はこのキーを受け付けません（401）。誤っているか、新しいキーに置き換えられたか、期限切れか、削除されています。新しいキーを作ってください。',
  'reason.reply_error.403':
    'API はこれを許可しません（403）。キーの作成者のロール、所属、契約を確認してください。',
  'reason.reply_no_companies': '会社の一覧がありません。上のコマンドの応答ですか。',
  'reason.other': 'これは使えません。確認して、もう一度お試しください。',
  'reason.otherWhere': 'API が送る内容と異なります。最初の違いは {where} にあります。',
  'reason.company_unknown': 'この会社は、返された一覧にありません。',
  'reason.company_id_empty': 'この会社には ID がないため、呼び出しで指定できません。',
  'reason.company_id_too_long': 'この会社の ID は長すぎて送信できません。',
  'reason.company_id_bad_character': 'この会社の ID には、ヘッダーで送れない文字が含まれています。',

  'generate.noneText':
    '{generate}（生成）を押し、すぐにキーをコピーしてください。AgencyHandy が表示するのはこの一度だけです。',
  'generate.existsText':
    'どこかに保存されていれば、それを使ってください。{regenerate}（再生成）は新しいキーを作ると同時に古いキーを無効にします。両方が同時に有効になることはありません。',
  'generate.plan':
    '漏れた場合は、今すぐ再生成し、その後で直してください。時間があるなら、先にすべての場所を準備してください。',
  'generate.places': '古いキーがまだ使われている可能性のある場所',
  'generate.place.automation': '自動化ツール：{tools}',
  'generate.place.assistant': 'AI アシスタント：{tools} の MCP 設定',
  'generate.place.server': 'サーバー：環境変数、CI のシークレット、コンテナー',
  'generate.place.script': 'スクリプト、表計算シート、同僚の API コレクション',
  'generate.understood': '古いキーがすぐに使えなくなることを理解しました',

  'key.verifying': '{host} でキーを確認しています…',
  'key.cancel': 'キャンセル',
  'key.cancelled': 'キャンセルしました。入力内容は残っています。',
  'key.verified': '確認済み：{company}',
  'key.replyRead': '応答を読み取りました：{company}',
  'key.expires': '{date} まで有効です。',
  'key.choose.other': '確認しました。このキーで {count} 社を使えます。1 社を選んでください。',

  'note.trimmed': 'キーの前後の空白を取り除きました。',
  'note.bearer_prefix': 'キーの前の「Bearer」を取り除きました。',
  'note.header_name_prefix': 'キーの前のヘッダー名を取り除きました。',
  'note.quoted': 'キーを囲む引用符を取り除きました。',
  'note.zero_width': 'キーの中の見えない文字を取り除きました。',
  'note.not_jwt': 'キーは通常、点で区切られた 3 つの部分からなりますが、これは違います。',
  'note.truncated': '途中で切れているようです。もう一度コピーするとよいかもしれません。',
  'note.placeholder': '実際のキーではなく、見本の文字列のようです。',
  'note.looks_like_company_id': '会社 ID のようです。キーは別の、もっと長い文字列です。',
  'note.expired': 'キー自体の日付では、期限が切れています。',
  'note.expiredOn': 'キー自体の日付では、{date} に期限が切れました。',
  'note.short_lived':
    'ログイン用トークンのように、有効期間が短いものです。API キーは別のものかもしれません。',

  'failure.keyRejected': 'AgencyHandy はこのキーを受け付けません',
  'failure.keyRejected.text':
    '応答は 401 でした。キーが誤っているか不完全、誰かが {regenerate} を押して置き換えられた、期限切れ、または削除済みです。API はどれかを示しません。',
  'failure.keyRejected.next':
    '置き換えられたキーは元に戻せません。設定で新しいキーを作り、ここに貼り付けてください。',
  'failure.forbidden': 'AgencyHandy はこのリクエストを許可しません',
  'failure.forbidden.text':
    '応答は 403 でした。よくある理由：キーの作成者が SuperAdmin でも Admin でもなくなった、ワークスペースを離れた、または契約が終了した。',
  'failure.rateLimited': '現在、リクエストが多すぎます',
  'failure.rateLimited.text':
    '応答は 429 で、キーについては何も分かりません。1 分待ってから、もう一度お試しください。',
  'failure.rateLimited.wait.other':
    '応答は 429 で、キーについては何も分かりません。{count} 秒後にもう一度お試しください。',
  'failure.redirect': 'アドレスがリダイレクトを返しました',
  'failure.redirect.text':
    'リダイレクトには従っていないため、キーは他のどこにも送られていません。キーについては何も分かりません。',
  'failure.html': '応答は API からのものではありません',
  'failure.html.text':
    'データ以外のものが返りました。ネットワークのログインページが間にあるか、API のアドレスが違う可能性があります。キーについては何も分かりません。',
  'failure.notFound': 'このアドレスには何もありません',
  'failure.notFound.text': '応答は 404 でした。キーについては何も分かりません。',
  'failure.prefix': '公開情報の中には、すべてのパスの前に {prefix} を付けるものがあります。',
  'failure.server': 'AgencyHandy 側に問題があります',
  'failure.server.text':
    '応答は {status} で、キーについては何も分かりません。キーは残っています。しばらくしてからもう一度お試しください。',
  'failure.slow': '時間内に応答がありません',
  'failure.slow.text':
    'キーなしのリクエストにも応答がありませんでした。キーについては何も分かりませんが、残っています。もう一度お試しください。',
  'failure.timeout': '時間内に応答がありません',
  'failure.timeout.text':
    'リクエストを打ち切りました。キーについては何も分かりませんが、残っています。もう一度お試しください。',
  'failure.lost': '応答の途中で接続が切れました',
  'failure.lost.text': 'キーについては何も分かりませんが、残っています。もう一度お試しください。',
  'failure.malformed': '応答がガイドの説明と異なります',
  'failure.malformed.text':
    'AgencyHandy は応答しましたが、期待した会社の一覧ではありませんでした。キーについてそれ以上は分かりません。',
  'failure.malformed.where': '最初の違いは {where} にあります。',
  'failure.unrecognised': 'このページの知らない応答です',
  'failure.unrecognised.text': 'ステータスは {status} でした。キーについては何も分かりません。',
  'failure.internal': 'このページの中で問題が起きました',
  'failure.internal.text':
    '入力内容は残っています。もう一度試すか、ページを再読み込みしてください。',
  'failure.checking': '読み取れる応答がありません',
  'failure.checking.text': 'キーなしの 2 回のリクエストで原因を調べています…',
  'failure.offline': 'この端末はオフラインです',
  'failure.offline.text':
    'ブラウザーがネットワークに接続していません。キーは残っています。接続後にもう一度お試しください。',
  'failure.unreachable': 'ここから API に到達できません',
  'failure.unreachable.text':
    'ブラウザーはオンラインですが、キーなしのリクエストも {host} に届きませんでした。ブロッカー、VPN、ファイアウォールが間にあるか、サーバーが停止している可能性があります。キーについては何も分かりません。',
  'failure.closed': 'API は応答しますが、ウェブページからは読み取れません',
  'failure.closed.text':
    '{host} は動いていますが、ブラウザーがこのページに応答を渡しません（CORS）。拒否されたキーでもまったく同じに見えるため、キーについては何も分かりません。',
  'failure.headerRefused': 'API はウェブページに応答しますが、このリクエストには応答しません',
  'failure.headerRefused.text':
    '{host} がウェブページからの {header} ヘッダーを受け付けないか、ページが読み取れない形でキーを拒否したかのどちらかです。ここからは区別できません。',
  'failure.viaCommand':
    '意図的に、ここにはプロキシがありません。ご自身のターミナルでコマンドを実行し、その応答を下に貼り付けてください。',
  'failure.policy': 'このページの設定に誤りがあります',
  'failure.policy.text':
    'ページ自身のセキュリティポリシーが {host} へのリクエストを止めました。公開者がこのアドレスを connect-src に加える必要があります。',

  'action.retry': 'もう一度試す',
  'action.newKey': '新しいキーを作る',
  'action.command': 'コマンドを使う',
  'action.prefix': '{prefix} で一度だけ試す',

  'reply.environment':
    'ご自身のターミナルでキーを入力します。画面に表示されず、履歴にも残りません。',
  'reply.command': 'これを実行します。このページが送るものと同じリクエストです。',
  'reply.copyEnvironment': '最初の行をコピー',
  'reply.copyCommand': 'コマンドをコピー',
  'reply.paste': '出力を貼り付けます。キーは含まれていません。',
  'reply.label': 'API の応答',
  'reply.use': 'この応答を使う',

  'company.legend': '会社',
  'company.single': 'キーは 1 社のものなので、選ぶ必要はありません。',
  'company.id': '会社 ID',
  'company.stored': 'ガイドのとおり、このブラウザーに保存されます。秘密ではありません。',
  'company.filter': '会社を絞り込む',
  'company.shown': '{count} 社中 {shown} 社を表示しています。入力すると他の会社を探せます。',
  'company.noMatch': '名前や ID にこれを含む会社はありません。',
  'company.lastUsed': '前回使用',
  'company.oddId': 'この ID は通常の 24 文字ではありません。届いたまま使います。',
  'company.none': 'キーは有効ですが、対応する会社がありません',
  'company.none.text':
    '一覧は空でした。キーの作成者はどのワークスペースにも属していないか、外されています。SuperAdmin に追加を依頼するか、メンバーが作ったキーを貼り付けてください。',

  'headers.text':
    '認証されたリクエストには両方を付けます。ヘッダー名の大文字と小文字は区別されません。',
  'headers.copyKey': 'x-api-key ヘッダーをコピー',
  'headers.copyCompany': 'companyid ヘッダーをコピー',
  'headers.copyBoth': '両方のヘッダーをコピー',
  'headers.placeholder':
    'このページはキーを受け取っていないため、代わりに {placeholder} が入っています。',
  'headers.which': 'どの呼び出しにどれが必要ですか。',
  'headers.call': '呼び出し',
  'headers.needs': 'ヘッダー',
  'headers.dated': '2026 年 8 月時点の AgencyHandy のドキュメントによります。',
  'headers.memberToken': 'メンバーのセッショントークンを使用',
  'headers.sameKey': '同じキーを使用',

  'call.companies': 'キーを確認',
  'call.roles': 'ロールの一覧',
  'call.people': 'リードや顧客を作成',
  'call.order': '注文を更新',
  'call.mcp': 'MCP サーバー',

  'snippets.label': 'コードスニペット',
  'snippets.call': '呼び出し',
  'snippets.environment':
    '秘密がファイルに残らないよう、認証情報は環境変数から読み込みます。ターミナルごとに一度設定してください：',
  'snippets.setup': '環境変数',
  'snippets.copySetup': 'この行をコピー',
  'snippets.copy': 'スニペットをコピー',

  'firstCall.text': '両方のヘッダーで {company} のロールを読み取ります。作成も変更もしません。',
  'firstCall.button': '最初の呼び出しをする',
  'firstCall.running': '{host} にロールを問い合わせています…',
  'firstCall.cancelled': 'キャンセルしました。',
  'firstCall.answered.other': '成功：{count} 件のロールが返りました',
  'firstCall.answered': '成功：AgencyHandy が応答しました',
  'firstCall.notFound': 'AgencyHandy はこの呼び出しを（もう）知りません',
  'firstCall.notFound.text':
    '応答は 404 でした。キーに問題があるとは言えません。この呼び出しは 2026 年 7 月にドキュメントから外れました。上のキーの確認結果は有効です。',
  'firstCall.unreadable': '読み取れる応答がありません',
  'firstCall.unreadable.text':
    '接続に失敗したか、API がウェブページからの companyid ヘッダーを受け付けません。ブラウザーはどちらかを示しません。スニペット「ロールの一覧」で、ターミナルから同じ呼び出しができます。',
  'firstCall.noKey':
    'このページはキーを受け取っていないため、呼び出せません。スニペット「ロールの一覧」で、ターミナルから同じ呼び出しができます。',

  'done.key': 'API はこのキーを受け付けます。',
  'done.reply': 'API はこのキーを受け付けます。応答がそれを示しています。',
  'done.company':
    '呼び出しでは会社 ID で {company} を指定します。ID はこのブラウザーが覚えています。',
  'done.call': '両方のヘッダーを付けた最初の呼び出しに応答がありました。',
  'done.expires': 'キーは {date} まで有効です。それまでに新しいキーを作ってください。',
  'done.guides': 'AgencyHandy のガイド',
  'done.lead': 'リードの作成',
  'done.leadNote':
    '呼び出しで {flag} を指定しないと、AgencyHandy は新しい人全員にメールを送ります。',
  'done.client': '顧客の作成',
  'done.clientNote': 'ここも同じです。リードのメールアドレスを使うと、そのリードが顧客になります。',
  'done.order': '注文の更新',
  'done.orderNote':
    'ここでは API キーではなく、メンバーのセッショントークンが必要とドキュメントにあります。',

  'forget.text':
    'キーは、このページのこのタブのメモリーにだけあります。離れるか再読み込みすると消えます。',
  'forget.button': 'キーを忘れる',
  'forget.done': '忘れました。このブラウザーに残るのは会社 ID だけです。',

  'copy.short': 'コピー',
  'copy.announce': 'コピーしました。',
  'copy.refused':
    'ブラウザーがコピーを許可しませんでした。テキストを選択済みです。{keys} を押してください。',
  'copy.selected': 'コピーするテキスト',

  'reminder.button': 'リマインダーを保存',
  'reminder.hint': 'どのカレンダーでも使えるファイルです。日付と会社名を含み、キーは含みません。',
  'reminder.summary': '{company} の AgencyHandy API キーの期限',
  'reminder.description':
    'この日までに新しいキーを作り、古いキーを使っているすべての場所（自動化ツール、AI アシスタント、サーバー、スクリプト）で置き換えてください。AgencyHandy では：{path}',
  'reminder.saved': '{file} として保存しました。',
};
