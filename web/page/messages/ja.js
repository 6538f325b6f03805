/** Owns every word of the page's first view in Japanese. key: キー; company: 会社; workspace: ワークスペース; settings: 設定; header: ヘッダー; request: リクエスト; call: 呼び出し. Desu and masu. */
export default {
  'page.eyebrow': 'AgencyHandy API の非公式ガイド',
  'page.title': 'キーのない状態から、最初の API 呼び出しまで',
  'page.lead':
    'API キーを取得し、会社 ID を調べ、両方が動くことを本物の API への本物のリクエストで確かめます。',
  'page.footer':
    '非公式です。AgencyHandy が作成・承認したものではありません。オープンソースで、ご自身でも公開できます。',
  'page.language': '言語',
  'page.documentTitle': 'AgencyHandy API：キーのない状態から最初の呼び出しまで',

  'fact.role': '必要なもの',
  'fact.role.text': 'SuperAdmin または Admin のロール',
  'fact.time': 'かかる時間',
  'fact.time.text': '約 2 分',
  'fact.key': 'キーの送り先',
  'fact.key.text': '{host} のみ',
  'fact.key.host': '{api} と、これを囲むページ {host}',
  'host.frame':
    'これは {host} の中のフレームです。そのページに伝わるのは完了したことと Company ID だけで、キーは伝わりません。',
  'host.inline':
    'このページ（{host}）はあなたのキーを受け取ります。キーでできることをすべて任せられる場合だけ続けてください。',

  'ask.summary': 'SuperAdmin でも Admin でもない場合は、該当する方に依頼してください',

  'sandbox.title': 'これはリハーサルです。',
  'sandbox.text':
    'このページの通信先は AgencyHandy ではなく、{origin} のサンドボックスです。実際のワークスペースには影響しません。',

  'load.title': 'このページを開始できませんでした',
  'load.text': '一部（WebAssembly）を読み込めませんでした。どこにも何も送信していません。',
  'load.again': 'もう一度読み込む',

  'step.done': '完了',

  'workspace.title': 'API キーの設定を開く',
  'workspace.label': 'ワークスペース',
  'workspace.hint': '名前、またはそのアドレスのどれか。例：{name}、{address}',
  'workspace.preview': 'リンク',
  'workspace.open': 'API キーの設定を開く',
  'workspace.newTab': '新しいタブで開きます。',
  'workspace.sandbox': 'このリハーサルでは、ボタンはサンドボックスの設定を開きます。',
  'workspace.byHand':
    '手動の場合：{path}（設定 → ワークスペース設定 → API キー）。このメニューがなければ、ロールが SuperAdmin でも Admin でもありません。',

  'generate.title': 'キーを生成する',
  'generate.question': 'API キーのタブには何が表示されていますか。',
  'generate.none': 'キーはまだない',
  'generate.exists': 'キーがすでにある',

  'key.title': 'キーを貼り付ける',
  'key.label': 'API キー',
  'key.hint': '貼り付けるとすぐに、{host} への読み取り専用のリクエスト 1 回で確認します。',
  'key.show': '表示',
  'key.showLabel': 'キーを表示',
  'key.hide': '隠す',
  'key.hideLabel': 'キーを隠す',
  'key.verify': 'キーを確認',
  'key.tip':
    'ヒント：パスワードマネージャーにも保存してください。AgencyHandy はキーを再表示せず、このページも離れると忘れます。',

  'reply.summary': 'ここに貼り付けず、コマンドを実行しますか。',

  'company.title': '会社',
  'company.later': 'キーの確認後、API が会社名を示します。',

  'headers.title': '両方のヘッダーをコピーする',
  'headers.later': 'すべてのリクエストに付けるものを、コピーできます。',

  'snippets.title': 'ターミナルで使う',
  'snippets.later': '同じ呼び出しを、秘密を含まないコマンドで示します。',

  'firstCall.title': '最初の呼び出しをする',
  'firstCall.later': 'キーと会社 ID を一緒に使います。読み取り専用です。',

  'done.title': '使えるようになったもの',
  'done.later': '次に進む先も示します。',

  'part.title': 'このページの一部を読み込めませんでした',
  'part.text': '入力内容は残っており、何も送信していません。接続を確認してください。',
};
