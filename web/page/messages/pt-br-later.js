/** Owns every word in Brazilian Portuguese that a person meets only after the first action. */
export default {
  'ask.text':
    'Olá! Estou conectando uma ferramenta ao nosso espaço de trabalho da AgencyHandy e preciso de uma chave de API, que só um SuperAdmin ou Admin pode criar: {path}. Se já existir uma chave, fale comigo antes de clicar em {regenerate}: a chave antiga deixa de funcionar nesse momento. Por favor, compartilhe a chave por um gerenciador de senhas, não por e-mail ou chat. Obrigado!',
  'ask.copy': 'Copiar este pedido',

  'workspace.foreign':
    '{host} não é um endereço de agencyhandy.com. Abra-o somente se for o seu próprio domínio: uma página de login copiada poderia pedir uma senha.',
  'workspace.moveKey': 'Mover para o campo da chave de API',

  'reason.workspace_empty': 'Digite o nome do seu espaço de trabalho ou cole um endereço dele.',
  'reason.workspace_too_long': 'Isto é mais longo que qualquer endereço de espaço de trabalho.',
  'reason.workspace_name_short': 'O nome de um espaço de trabalho tem 3 caracteres ou mais.',
  'reason.workspace_name_characters':
    'O nome de um espaço de trabalho só tem letras minúsculas, dígitos e hifens.',
  'reason.workspace_name_hyphen':
    'No nome de um espaço de trabalho, o hífen fica entre letras ou dígitos, nunca no início nem no fim.',
  'reason.workspace_is_key':
    'Isto parece uma chave de API, não um espaço de trabalho. Não virou link e não foi enviado a lugar nenhum.',
  'reason.workspace_www':
    'Nenhum espaço de trabalho fica em um endereço www. Use o endereço que você vê depois de entrar, como {address}.',
  'reason.workspace_apex':
    'Um espaço de trabalho fica em um subdomínio, nunca no domínio sozinho. Use o endereço que você vê depois de entrar, como {address}.',
  'reason.workspace_app':
    'app.agencyhandy.com é onde todos entram. Use o endereço que você vê depois disso, como {address}.',
  'reason.workspace_api':
    'api.agencyhandy.com responde a programas e não tem configurações. Use o endereço que você vê depois de entrar, como {address}.',
  'reason.workspace_scheme': 'O endereço de um espaço de trabalho começa com https.',
  'reason.workspace_credentials':
    'Este endereço contém um nome de usuário ou uma senha, o que nenhum link deveria ter. Remova tudo até o @.',
  'reason.workspace_host':
    'Um espaço de trabalho não pode ficar neste endereço. Verifique se há erros de digitação.',
  'reason.key_missing': 'Cole a chave primeiro.',
  'reason.key_empty': 'Cole a chave primeiro.',
  'reason.key_too_long': 'Isto é mais longo que qualquer chave: o limite é de 4.096 caracteres.',
  'reason.key_bad_character':
    'O caractere {position} ({codePoint}) não pode fazer parte de uma chave. Nada foi enviado. Copie a chave de novo.',
  'reason.reply_empty': 'Cole primeiro a resposta do comando.',
  'reason.reply_html':
    'Isto é uma página da web, não uma resposta da API. Verifique se o comando usou o endereço certo.',
  'reason.reply_not_json':
    'Esta não é a resposta inteira. Copie tudo, da primeira { até a última }.',
  'reason.reply_error': 'A API respondeu com um erro (status {status}) em vez das empresas.',
  'reason.reply_error.unknown': 'A API respondeu com um erro em vez das empresas.',
  'reason.reply_error.401':
    'A API não aceita a chave (401): ela está errada, foi substituída por outra, expirou ou foi excluída. Crie uma nova.',
  'reason.reply_error.403':
    'A API não permite isto (403): verifique a função de quem criou a chave, sua participação e a assinatura.',
  'reason.reply_no_companies': 'Não há lista de empresas aqui. É a resposta do comando acima?',
  'reason.other': 'Isto não pode ser usado. Verifique e tente de novo.',
  'reason.otherWhere': 'Isto não é o que a API envia: a primeira diferença está em {where}.',
  'reason.company_unknown': 'Esta empresa não está na lista que voltou.',
  'reason.company_id_empty': 'Esta empresa não tem ID, então nenhuma chamada pode indicá-la.',
  'reason.company_id_too_long': 'O ID desta empresa é longo demais para ser enviado.',
  'reason.company_id_bad_character':
    'O ID desta empresa contém um caractere que não pode ser enviado em um cabeçalho.',

  'generate.noneText':
    'Clique em {generate} (Gerar) e copie a chave na hora. A AgencyHandy só a mostra desta vez.',
  'generate.existsText':
    'Se ela estiver salva em algum lugar, use essa. {regenerate} (Gerar de novo) cria uma chave nova e encerra a antiga no mesmo instante; as duas nunca valem juntas.',
  'generate.plan':
    'Ela vazou? Gere de novo agora e conserte depois. Há tempo? Prepare antes cada lugar.',
  'generate.places': 'Onde a chave antiga talvez ainda seja usada',
  'generate.place.automation': 'automações: {tools}',
  'generate.place.assistant': 'assistentes de IA: as configurações de MCP de {tools}',
  'generate.place.server': 'servidores: variáveis de ambiente, segredos de CI, contêineres',
  'generate.place.script': 'scripts, planilhas e coleções de API de colegas',
  'generate.understood': 'Entendo que a chave antiga deixa de funcionar na hora',

  'key.verifying': 'Verificando a chave com {host}…',
  'key.cancel': 'Cancelar',
  'key.cancelled': 'Cancelado. O que você digitou continua aí.',
  'key.verified': 'Verificada: {company}',
  'key.replyRead': 'A resposta foi lida: {company}',
  'key.expires': 'Ela é válida até {date}.',
  'key.choose.many': 'Verificada. A chave pode usar {count} de empresas: escolha uma.',
  'key.choose.other': 'Verificada. A chave pode usar {count} empresas: escolha uma.',

  'note.trimmed': 'Os espaços em volta da chave foram removidos.',
  'note.bearer_prefix': 'A palavra “Bearer” antes da chave foi removida.',
  'note.header_name_prefix': 'O nome do cabeçalho antes da chave foi removido.',
  'note.quoted': 'As aspas em volta da chave foram removidas.',
  'note.zero_width': 'Caracteres invisíveis na chave foram removidos.',
  'note.not_jwt': 'Uma chave costuma ter três partes separadas por pontos; esta não tem.',
  'note.truncated': 'Ela parece cortada. Copiá-la de novo pode ajudar.',
  'note.placeholder': 'Ela parece um texto de exemplo, não uma chave real.',
  'note.looks_like_company_id': 'Isto parece um ID de empresa. A chave é outro texto, mais longo.',
  'note.expired': 'Pela própria data, ela expirou.',
  'note.expiredOn': 'Pela própria data, ela expirou em {date}.',
  'note.short_lived':
    'Ela vale por pouco tempo, como um token de sessão. A chave de API pode ser outra.',

  'failure.keyRejected': 'A AgencyHandy não aceita esta chave',
  'failure.keyRejected.text':
    'A resposta foi 401: a chave está errada ou incompleta, foi substituída quando alguém clicou em {regenerate}, expirou ou foi excluída. A API não diz qual dos casos.',
  'failure.keyRejected.next':
    'Uma chave substituída não pode ser recuperada. Crie uma nova nas configurações e cole-a aqui.',
  'failure.forbidden': 'A AgencyHandy não permite esta solicitação',
  'failure.forbidden.text':
    'A resposta foi 403. Motivos comuns: quem criou a chave não é mais SuperAdmin nem Admin, saiu do espaço de trabalho, ou a assinatura terminou.',
  'failure.rateLimited': 'Solicitações demais no momento',
  'failure.rateLimited.text':
    'A resposta foi 429, o que nada diz sobre a chave. Espere um minuto e tente de novo.',
  'failure.rateLimited.wait.one':
    'A resposta foi 429, o que nada diz sobre a chave. Tente de novo após {count} segundo.',
  'failure.rateLimited.wait.many':
    'A resposta foi 429, o que nada diz sobre a chave. Tente de novo após {count} de segundos.',
  'failure.rateLimited.wait.other':
    'A resposta foi 429, o que nada diz sobre a chave. Tente de novo após {count} segundos.',
  'failure.redirect': 'O endereço respondeu com um redirecionamento',
  'failure.redirect.text':
    'Ele não foi seguido, então a chave não foi a nenhum outro lugar. Nada se sabe sobre a chave.',
  'failure.html': 'A resposta não veio da API',
  'failure.html.text':
    'Voltou algo que não são dados. Uma página de login da rede pode estar no meio, ou a API tem outro endereço. Nada se sabe sobre a chave.',
  'failure.notFound': 'Não há nada neste endereço',
  'failure.notFound.text': 'A resposta foi 404. Nada se sabe sobre a chave.',
  'failure.prefix': 'Algumas fontes públicas põem {prefix} antes de cada caminho.',
  'failure.server': 'A AgencyHandy está com um problema próprio',
  'failure.server.text':
    'A resposta foi {status}, o que nada diz sobre a chave. Ela é mantida: tente de novo em instantes.',
  'failure.slow': 'Sem resposta a tempo',
  'failure.slow.text':
    'Nem solicitações sem a chave foram respondidas. Nada se sabe sobre a chave; ela é mantida. Tente de novo.',
  'failure.timeout': 'Sem resposta a tempo',
  'failure.timeout.text':
    'A solicitação foi abandonada. Nada se sabe sobre a chave; ela é mantida. Tente de novo.',
  'failure.lost': 'A conexão caiu no meio da resposta',
  'failure.lost.text': 'Nada se sabe sobre a chave; ela é mantida. Tente de novo.',
  'failure.malformed': 'A resposta não é a que o guia descreve',
  'failure.malformed.text':
    'A AgencyHandy respondeu, mas não com a lista de empresas esperada. Nada mais se sabe sobre a chave.',
  'failure.malformed.where': 'A primeira diferença está em {where}.',
  'failure.unrecognised': 'A página não conhece esta resposta',
  'failure.unrecognised.text': 'O status dela foi {status}. Nada se sabe sobre a chave.',
  'failure.internal': 'Algo deu errado dentro desta página',
  'failure.internal.text': 'O que você digitou é mantido. Tente de novo ou recarregue a página.',
  'failure.checking': 'Nenhuma resposta legível',
  'failure.checking.text': 'Descobrindo o motivo, com duas solicitações sem a chave…',
  'failure.offline': 'Este dispositivo está offline',
  'failure.offline.text':
    'O navegador está sem rede. A chave é mantida: tente de novo quando tiver conexão.',
  'failure.unreachable': 'Não é possível alcançar a API daqui',
  'failure.unreachable.text':
    'O navegador está online, mas nem uma solicitação sem a chave chegou a {host}. Um bloqueador, uma VPN ou um firewall pode estar no meio, ou o servidor está fora do ar. Nada se sabe sobre a chave.',
  'failure.closed': 'A API responde, mas páginas da web não podem ler a resposta',
  'failure.closed.text':
    '{host} está no ar, e o navegador retém a resposta desta página (CORS). Uma chave recusada pode ter exatamente a mesma aparência, então nada se sabe sobre a chave.',
  'failure.headerRefused': 'A API responde a páginas da web, mas não a esta solicitação',
  'failure.headerRefused.text':
    'Ou {host} não aceita o cabeçalho {header} de páginas da web, ou recusou a chave de um modo que páginas não podem ler. Daqui, os dois casos parecem iguais.',
  'failure.viaCommand':
    'Aqui não há proxy, de propósito. Execute um comando no seu próprio terminal e cole a resposta dele abaixo.',
  'failure.policy': 'Esta página está mal configurada',
  'failure.policy.text':
    'A própria política de segurança dela barrou a solicitação a {host}. Quem a hospeda precisa incluir esse endereço em connect-src.',

  'action.retry': 'Tentar de novo',
  'action.newKey': 'Criar uma chave nova',
  'action.command': 'Usar um comando',
  'action.prefix': 'Tentar uma vez com {prefix}',

  'reply.environment':
    'No seu próprio terminal, digite a chave. Ela não aparece e fica fora do histórico.',
  'reply.command': 'Execute isto: a mesma solicitação que esta página enviaria.',
  'reply.copyEnvironment': 'Copiar a primeira linha',
  'reply.copyCommand': 'Copiar o comando',
  'reply.paste': 'Cole o que ele imprime. A chave não está ali.',
  'reply.label': 'Resposta da API',
  'reply.use': 'Usar esta resposta',

  'company.legend': 'Empresa',
  'company.single': 'A chave pertence a uma só empresa, então não há o que escolher.',
  'company.id': 'ID da empresa',
  'company.stored': 'Fica salvo neste navegador, como o guia pede. Não é segredo.',
  'company.filter': 'Filtrar empresas',
  'company.shown': 'Mostrando {shown} de {count}. Digite para encontrar outras.',
  'company.noMatch': 'Nenhuma empresa tem isto no nome ou no ID.',
  'company.lastUsed': 'usada da última vez',
  'company.oddId': 'Este ID não tem os 24 caracteres de costume. Ele é usado como veio.',
  'company.none': 'A chave funciona, mas nenhuma empresa pertence a ela',
  'company.none.text':
    'A lista voltou vazia: quem criou a chave não está em nenhum espaço de trabalho ou foi removido dele. Peça a um SuperAdmin que adicione essa pessoa, ou cole uma chave criada por um membro.',

  'headers.text':
    'Uma solicitação autenticada leva os dois. Maiúsculas e minúsculas no nome de um cabeçalho não importam.',
  'headers.copyKey': 'Copiar o cabeçalho x-api-key',
  'headers.copyCompany': 'Copiar o cabeçalho companyid',
  'headers.copyBoth': 'Copiar os dois cabeçalhos',
  'headers.placeholder': 'Esta página nunca teve a chave, então {placeholder} está no lugar dela.',
  'headers.which': 'Qual chamada precisa de qual?',
  'headers.call': 'Chamada',
  'headers.needs': 'Cabeçalhos',
  'headers.dated': 'Conforme a documentação da AgencyHandy em agosto de 2026.',
  'headers.memberToken': 'com o token de sessão de um membro',
  'headers.sameKey': 'com esta mesma chave',

  'call.companies': 'Verificar a chave',
  'call.roles': 'Listar funções',
  'call.people': 'Criar leads ou clientes',
  'call.order': 'Atualizar um pedido',
  'call.mcp': 'Servidor MCP',

  'snippets.label': 'Trechos de código',
  'snippets.call': 'Chamada',
  'snippets.environment':
    'As credenciais vêm do ambiente, para que nenhum segredo acabe em um arquivo. Defina-as uma vez em cada terminal:',
  'snippets.setup': 'Ambiente',
  'snippets.copySetup': 'Copiar estas linhas',
  'snippets.copy': 'Copiar o trecho',

  'firstCall.text':
    'Lê as funções de {company} com os dois cabeçalhos. Nada é criado nem alterado.',
  'firstCall.button': 'Fazer a primeira chamada',
  'firstCall.running': 'Pedindo as funções a {host}…',
  'firstCall.cancelled': 'Cancelado.',
  'firstCall.answered.one': 'Funciona: {count} função voltou',
  'firstCall.answered.many': 'Funciona: {count} de funções voltaram',
  'firstCall.answered.other': 'Funciona: {count} funções voltaram',
  'firstCall.answered': 'Funciona: a AgencyHandy respondeu',
  'firstCall.notFound': 'A AgencyHandy não conhece (ou não conhece mais) esta chamada',
  'firstCall.notFound.text':
    'A resposta foi 404. Ela nada prova contra a sua chave: a chamada saiu da documentação em julho de 2026. A verificação acima continua valendo.',
  'firstCall.unreadable': 'Nenhuma resposta legível',
  'firstCall.unreadable.text':
    'A conexão falhou, ou a API não aceita o cabeçalho companyid de páginas da web. O navegador não diz qual dos dois. O trecho “Listar funções” faz a mesma chamada no seu terminal.',
  'firstCall.noKey':
    'Esta página nunca teve a chave, então não pode chamar. O trecho “Listar funções” faz a mesma chamada no seu terminal.',

  'done.key': 'A API aceita a sua chave.',
  'done.reply': 'A API aceita a sua chave: a resposta dela diz isso.',
  'done.company': 'As chamadas indicam {company} pelo ID, que este navegador lembra.',
  'done.call': 'A primeira chamada com os dois cabeçalhos foi respondida.',
  'done.expires': 'A chave é válida até {date}. Crie uma nova antes disso.',
  'done.guides': 'Guias da AgencyHandy',
  'done.lead': 'Criar leads',
  'done.leadNote':
    'A AgencyHandy envia um e-mail a cada pessoa nova, a menos que a chamada diga {flag}.',
  'done.client': 'Criar clientes',
  'done.clientNote': 'Aqui vale o mesmo. O e-mail de um lead transforma esse lead em cliente.',
  'done.order': 'Atualizar pedidos',
  'done.orderNote': 'A documentação pede aqui o token de sessão de um membro, não a chave de API.',

  'forget.text':
    'Esta página tem a sua chave na memória, só nesta aba. Sair ou recarregar a apaga.',
  'forget.button': 'Esquecer a chave',
  'forget.done': 'Esquecida. Só o ID da empresa fica salvo neste navegador.',

  'copy.short': 'Copiar',
  'copy.announce': 'Copiado.',
  'copy.refused': 'O navegador não permitiu copiar. O texto está selecionado: pressione {keys}.',
  'copy.selected': 'Texto para copiar',

  'reminder.button': 'Salvar um lembrete',
  'reminder.hint':
    'Um arquivo para qualquer calendário. Ele contém a data e o nome da empresa, não a chave.',
  'reminder.summary': 'A chave de API da AgencyHandy de {company} expira',
  'reminder.description':
    'Crie uma chave nova antes desta data e coloque-a em todos os lugares que usam a antiga: automações, assistentes de IA, servidores, scripts. Na AgencyHandy: {path}.',
  'reminder.saved': 'Salvo como {file}.',
};
