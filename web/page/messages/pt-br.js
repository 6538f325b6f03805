/** Owns every word of the page's first view in Brazilian Portuguese. key: chave; company: empresa; workspace: espaço de trabalho; settings: configurações; header: cabeçalho; request: solicitação; call: chamada; role: função. Addressed as você. */
export default {
  'page.eyebrow': 'Guia não oficial da API da AgencyHandy',
  'page.title': 'Da falta de chave à sua primeira chamada de API',
  'page.lead':
    'Obtenha uma chave de API, encontre o ID da sua empresa e veja os dois funcionarem, com solicitações reais à API real.',
  'page.footer':
    'Não oficial: não é feito nem endossado pela AgencyHandy. Código aberto, que você mesmo pode hospedar.',
  'page.language': 'Idioma',
  'page.documentTitle': 'API da AgencyHandy: da falta de chave à sua primeira chamada',

  'fact.role': 'Você precisa',
  'fact.role.text': 'da função SuperAdmin ou Admin',
  'fact.time': 'Leva',
  'fact.time.text': 'cerca de dois minutos',
  'fact.key': 'Sua chave vai',
  'fact.key.text': 'somente para {host}',
  'fact.key.host': 'para {api} e para a página em volta: {host}',
  'host.frame':
    'Isto é um quadro dentro de {host}. Essa página fica sabendo quando você terminou e qual é o Company ID, nunca a chave.',
  'host.inline':
    'Esta página, {host}, recebe a sua chave. Continue só se confiar a ela tudo o que a chave permite.',

  'ask.summary': 'Não é SuperAdmin nem Admin? Peça a quem é',

  'sandbox.title': 'Isto é um ensaio.',
  'sandbox.text':
    'A página fala com o ambiente de testes em {origin}, não com a AgencyHandy. Nada aqui afeta um espaço de trabalho real.',

  'load.title': 'Esta página não pôde iniciar',
  'load.text': 'Uma parte dela (WebAssembly) não foi carregada. Nada foi enviado a lugar nenhum.',
  'load.again': 'Carregar de novo',

  'step.done': 'feito',

  'workspace.title': 'Abra as configurações da sua chave de API',
  'workspace.label': 'Espaço de trabalho',
  'workspace.hint': 'O nome dele ou qualquer endereço dele, como {name} ou {address}',
  'workspace.preview': 'Seu link',
  'workspace.open': 'Abrir as configurações da chave de API',
  'workspace.newTab': 'Abre uma nova aba.',
  'workspace.sandbox': 'Neste ensaio, o botão abre as configurações do ambiente de testes.',
  'workspace.byHand':
    'À mão: {path} (Configurações → Configuração do espaço de trabalho → Chave de API). Se esse menu não aparecer, sua função não é SuperAdmin nem Admin.',

  'generate.title': 'Gere a chave',
  'generate.question': 'O que você vê na aba da chave de API?',
  'generate.none': 'Ainda não há chave',
  'generate.exists': 'Já existe uma chave',

  'key.title': 'Cole a chave',
  'key.label': 'Chave de API',
  'key.hint': 'Ao colar, ela é verificada na hora, com uma única solicitação de leitura a {host}.',
  'key.show': 'Mostrar',
  'key.showLabel': 'Mostrar a chave',
  'key.hide': 'Ocultar',
  'key.hideLabel': 'Ocultar a chave',
  'key.verify': 'Verificar a chave',
  'key.tip':
    'Dica: salve-a também em um gerenciador de senhas. A AgencyHandy não a mostrará de novo, e esta página a esquece quando você sai.',

  'reply.summary': 'Prefere executar um comando a colar a chave aqui?',

  'company.title': 'Sua empresa',
  'company.later': 'A API diz qual é assim que a chave é verificada.',

  'headers.title': 'Copie os dois cabeçalhos',
  'headers.later': 'O que toda solicitação leva, pronto para copiar.',

  'snippets.title': 'Leve para o seu terminal',
  'snippets.later': 'As mesmas chamadas como comandos, sem nenhum segredo.',

  'firstCall.title': 'Faça a primeira chamada',
  'firstCall.later': 'A chave e o ID da empresa juntos, somente leitura.',

  'done.title': 'O que já funciona',
  'done.later': 'E por onde seguir.',

  'part.title': 'Uma parte desta página não foi carregada',
  'part.text': 'O que você digitou continua aqui, e nada foi enviado. Verifique sua conexão.',
};
