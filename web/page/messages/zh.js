/** Owns every word of the page's first view in Simplified Chinese. key: 密钥; company: 公司; workspace: 工作区; settings: 设置; header: 请求头; request: 请求; call: 调用. Addressed as 您. */
export default {
  'page.eyebrow': 'AgencyHandy API 非官方指南',
  'page.title': '从没有密钥到第一次 API 调用',
  'page.lead': '获取 API 密钥，找到您的公司 ID，并通过对真实 API 的真实请求确认两者可用。',
  'page.footer': '非官方：既非 AgencyHandy 制作，也未获其认可。开源，您也可以自行托管。',
  'page.language': '语言',
  'page.documentTitle': 'AgencyHandy API：从没有密钥到第一次调用',

  'fact.role': '您需要',
  'fact.role.text': 'SuperAdmin 或 Admin 角色',
  'fact.time': '所需时间',
  'fact.time.text': '约两分钟',
  'fact.key': '您的密钥',
  'fact.key.text': '只会发送到 {host}',
  'fact.key.host': '{api}，以及外层页面：{host}',
  'host.frame':
    '这是嵌在 {host} 中的框架。该页面只会知道您何时完成以及 Company ID，绝不会得到密钥。',
  'host.inline': '此页面（{host}）会收到您的密钥。只有在您放心把密钥的全部权限交给它时才继续。',

  'ask.summary': '不是 SuperAdmin 或 Admin？请向有此角色的人求助',

  'sandbox.title': '这是一次演练。',
  'sandbox.text':
    '本页面连接的是 {origin} 上的沙盒，而不是 AgencyHandy。这里的操作不会影响真实的工作区。',

  'load.title': '本页面无法启动',
  'load.text': '其中一部分（WebAssembly）未能加载。没有向任何地方发送内容。',
  'load.again': '重新加载',

  'step.done': '已完成',

  'workspace.title': '打开您的 API 密钥设置',
  'workspace.label': '工作区',
  'workspace.hint': '工作区的名称或任意地址，例如 {name} 或 {address}',
  'workspace.preview': '您的链接',
  'workspace.open': '打开 API 密钥设置',
  'workspace.newTab': '将打开新标签页。',
  'workspace.sandbox': '在本次演练中，该按钮打开的是沙盒的设置。',
  'workspace.byHand':
    '手动操作：{path}（设置 → 工作区配置 → API 密钥）。如果没有这个菜单，说明您的角色不是 SuperAdmin 或 Admin。',

  'generate.title': '生成密钥',
  'generate.question': '您在 API 密钥标签页中看到了什么？',
  'generate.none': '还没有密钥',
  'generate.exists': '已有密钥',

  'key.title': '粘贴密钥',
  'key.label': 'API 密钥',
  'key.hint': '粘贴后立即验证，只向 {host} 发送一次只读请求。',
  'key.show': '显示',
  'key.showLabel': '显示密钥',
  'key.hide': '隐藏',
  'key.hideLabel': '隐藏密钥',
  'key.verify': '验证密钥',
  'key.tip': '提示：请同时保存到密码管理器。AgencyHandy 不会再次显示它，而您离开时本页面会忘记它。',

  'reply.summary': '不想在此粘贴密钥，而想运行命令？',

  'company.title': '您的公司',
  'company.later': '密钥验证后，API 会给出公司名称。',

  'headers.title': '复制两个请求头',
  'headers.later': '每个请求都要携带的内容，可直接复制。',

  'snippets.title': '在您的终端中使用',
  'snippets.later': '同样的调用，以命令形式给出，不含任何机密。',

  'firstCall.title': '进行第一次调用',
  'firstCall.later': '同时使用密钥和公司 ID，只读。',

  'done.title': '现在可用的内容',
  'done.later': '以及接下来可以做什么。',

  'part.title': '本页面的一部分未能加载',
  'part.text': '您输入的内容仍在，没有发送任何内容。请检查网络连接。',
};
