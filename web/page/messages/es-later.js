/** Owns every word in Spanish that a person meets only after the first action. */
export default {
  'ask.text':
    'Hola: estoy conectando una herramienta a nuestro espacio de trabajo de AgencyHandy y necesito una clave de API, que solo puede crear un SuperAdmin o Admin: {path}. Si ya existe una clave, hable conmigo antes de pulsar {regenerate}: la clave anterior deja de funcionar en ese momento. Por favor, comparta la clave mediante un gestor de contraseñas, no por correo ni chat. ¡Gracias!',
  'ask.copy': 'Copiar esta petición',

  'workspace.foreign':
    '{host} no es una dirección de agencyhandy.com. Ábrala solo si es su propio dominio: una página de acceso copiada podría pedirle una contraseña.',
  'workspace.moveKey': 'Pasarla al campo de la clave de API',

  'reason.workspace_empty':
    'Escriba el nombre de su espacio de trabajo o pegue una dirección suya.',
  'reason.workspace_too_long':
    'Esto es más largo que cualquier dirección de un espacio de trabajo.',
  'reason.workspace_name_short': 'El nombre de un espacio de trabajo tiene 3 caracteres o más.',
  'reason.workspace_name_characters':
    'El nombre de un espacio de trabajo solo tiene letras minúsculas, cifras y guiones.',
  'reason.workspace_name_hyphen':
    'En el nombre de un espacio de trabajo, el guion va entre letras o cifras, nunca al principio ni al final.',
  'reason.workspace_is_key':
    'Esto parece una clave de API, no un espacio de trabajo. No se convirtió en un enlace ni se envió a ningún sitio.',
  'reason.workspace_www':
    'Ningún espacio de trabajo está en una dirección www. Use la dirección que ve tras iniciar sesión, como {address}.',
  'reason.workspace_apex':
    'Un espacio de trabajo está en un subdominio, nunca en el dominio solo. Use la dirección que ve tras iniciar sesión, como {address}.',
  'reason.workspace_app':
    'app.agencyhandy.com es donde todos inician sesión. Use la dirección que ve después, como {address}.',
  'reason.workspace_api':
    'api.agencyhandy.com responde a programas y no tiene ajustes. Use la dirección que ve tras iniciar sesión, como {address}.',
  'reason.workspace_scheme': 'La dirección de un espacio de trabajo empieza por https.',
  'reason.workspace_credentials':
    'Esta dirección contiene un nombre de usuario o una contraseña, que ningún enlace debería llevar. Quite todo hasta la @.',
  'reason.workspace_host':
    'Un espacio de trabajo no puede estar en esta dirección. Revise si hay errores de escritura.',
  'reason.key_missing': 'Pegue primero la clave.',
  'reason.key_empty': 'Pegue primero la clave.',
  'reason.key_too_long': 'Esto es más largo que cualquier clave: el límite son 4096 caracteres.',
  'reason.key_bad_character':
    'El carácter {position} ({codePoint}) no puede formar parte de una clave. No se envió nada. Copie la clave de nuevo.',
  'reason.reply_empty': 'Pegue primero la respuesta del comando.',
  'reason.reply_html':
    'Esto es una página web, no una respuesta de la API. Compruebe que el comando se ejecutó contra la dirección correcta.',
  'reason.reply_not_json':
    'Esta no es la respuesta completa. Copie todo, desde la primera { hasta la última }.',
  'reason.reply_error': 'La API respondió con un error (estado {status}) en lugar de las empresas.',
  'reason.reply_error.unknown': 'La API respondió con un error en lugar de las empresas.',
  'reason.reply_error.401':
    'La API no acepta la clave (401): es incorrecta, fue reemplazada por otra, ha caducado o fue eliminada. Cree una nueva.',
  'reason.reply_error.403':
    'La API no permite esto (403): revise el rol de quien creó la clave, su pertenencia y la suscripción.',
  'reason.reply_no_companies':
    'Aquí no hay ninguna lista de empresas. ¿Es la respuesta del comando de arriba?',
  'reason.other': 'Esto no se puede usar. Revíselo e inténtelo de nuevo.',
  'reason.otherWhere': 'Esto no es lo que envía la API: la primera diferencia está en {where}.',
  'reason.company_unknown': 'Esta empresa no está en la lista que llegó.',
  'reason.company_id_empty': 'Esta empresa no tiene ID, así que ninguna llamada puede nombrarla.',
  'reason.company_id_too_long': 'El ID de esta empresa es demasiado largo para enviarlo.',
  'reason.company_id_bad_character':
    'El ID de esta empresa contiene un carácter que no se puede enviar en una cabecera.',

  'generate.noneText':
    'Pulse {generate} (Generar) y copie la clave enseguida. AgencyHandy la muestra solo esta vez.',
  'generate.existsText':
    'Si está guardada en algún sitio, use esa. {regenerate} (Regenerar) crea una clave nueva y anula la anterior en el mismo momento; nunca valen las dos a la vez.',
  'generate.plan':
    '¿Se ha filtrado? Regenérela ya y repare después. ¿Hay tiempo? Prepare antes cada sitio.',
  'generate.places': 'Dónde puede seguir en uso la clave anterior',
  'generate.place.automation': 'automatizaciones: {tools}',
  'generate.place.assistant': 'asistentes de IA: los ajustes MCP de {tools}',
  'generate.place.server': 'servidores: variables de entorno, secretos de CI, contenedores',
  'generate.place.script': 'scripts, hojas de cálculo y colecciones de API de colegas',
  'generate.understood': 'Entiendo que la clave anterior deja de funcionar al momento',

  'key.verifying': 'Comprobando la clave con {host}…',
  'key.cancel': 'Cancelar',
  'key.cancelled': 'Cancelado. Lo que escribió sigue ahí.',
  'key.verified': 'Comprobada: {company}',
  'key.replyRead': 'Se leyó la respuesta: {company}',
  'key.expires': 'Es válida hasta el {date}.',
  'key.choose.many': 'Comprobada. La clave puede usar {count} de empresas: elija una.',
  'key.choose.other': 'Comprobada. La clave puede usar {count} empresas: elija una.',

  'note.trimmed': 'Se quitaron los espacios alrededor de la clave.',
  'note.bearer_prefix': 'Se quitó la palabra «Bearer» delante de la clave.',
  'note.header_name_prefix': 'Se quitó el nombre de la cabecera delante de la clave.',
  'note.quoted': 'Se quitaron las comillas alrededor de la clave.',
  'note.zero_width': 'Se quitaron caracteres invisibles de la clave.',
  'note.not_jwt': 'Una clave suele tener tres partes separadas por puntos; esta no.',
  'note.truncated': 'Parece cortada. Puede ayudar copiarla de nuevo.',
  'note.placeholder': 'Parece un texto de ejemplo, no una clave real.',
  'note.looks_like_company_id': 'Parece un ID de empresa. La clave es otro texto, más largo.',
  'note.expired': 'Según su propia fecha, ha caducado.',
  'note.expiredOn': 'Según su propia fecha, caducó el {date}.',
  'note.short_lived':
    'Es válida por poco tiempo, como un token de sesión. La clave de API puede ser otra.',

  'failure.keyRejected': 'AgencyHandy no acepta esta clave',
  'failure.keyRejected.text':
    'La respuesta fue 401: la clave es incorrecta o está incompleta, fue reemplazada cuando alguien pulsó {regenerate}, ha caducado o fue eliminada. La API no dice cuál de estas cosas.',
  'failure.keyRejected.next':
    'Una clave reemplazada no se puede recuperar. Cree una nueva en los ajustes y péguela aquí.',
  'failure.forbidden': 'AgencyHandy no permite esta petición',
  'failure.forbidden.text':
    'La respuesta fue 403. Motivos habituales: quien creó la clave ya no es SuperAdmin ni Admin, ha dejado el espacio de trabajo o la suscripción ha terminado.',
  'failure.rateLimited': 'Demasiadas peticiones en este momento',
  'failure.rateLimited.text':
    'La respuesta fue 429, que no dice nada sobre la clave. Espere un minuto e inténtelo de nuevo.',
  'failure.rateLimited.wait.one':
    'La respuesta fue 429, que no dice nada sobre la clave. Inténtelo de nuevo dentro de {count} segundo.',
  'failure.rateLimited.wait.many':
    'La respuesta fue 429, que no dice nada sobre la clave. Inténtelo de nuevo dentro de {count} de segundos.',
  'failure.rateLimited.wait.other':
    'La respuesta fue 429, que no dice nada sobre la clave. Inténtelo de nuevo dentro de {count} segundos.',
  'failure.redirect': 'La dirección respondió con una redirección',
  'failure.redirect.text':
    'No se siguió, así que la clave no fue a ningún otro sitio. No se sabe nada de la clave.',
  'failure.html': 'La respuesta no vino de la API',
  'failure.html.text':
    'Llegó algo que no son datos. Puede haber una página de acceso a la red de por medio, o la API tiene otra dirección. No se sabe nada de la clave.',
  'failure.notFound': 'No hay nada en esta dirección',
  'failure.notFound.text': 'La respuesta fue 404. No se sabe nada de la clave.',
  'failure.prefix': 'Algunas fuentes públicas ponen {prefix} delante de cada ruta.',
  'failure.server': 'AgencyHandy tiene un problema propio',
  'failure.server.text':
    'La respuesta fue {status}, que no dice nada sobre la clave. Se conserva: inténtelo de nuevo en un momento.',
  'failure.slow': 'Sin respuesta a tiempo',
  'failure.slow.text':
    'Ni siquiera se respondieron peticiones sin la clave. No se sabe nada de la clave; se conserva. Inténtelo de nuevo.',
  'failure.timeout': 'Sin respuesta a tiempo',
  'failure.timeout.text':
    'Se abandonó la petición. No se sabe nada de la clave; se conserva. Inténtelo de nuevo.',
  'failure.lost': 'La conexión se cortó en mitad de la respuesta',
  'failure.lost.text': 'No se sabe nada de la clave; se conserva. Inténtelo de nuevo.',
  'failure.malformed': 'La respuesta no es la que describe la guía',
  'failure.malformed.text':
    'AgencyHandy respondió, pero no con la lista de empresas que se esperaba. No se sabe nada más de la clave.',
  'failure.malformed.where': 'La primera diferencia está en {where}.',
  'failure.unrecognised': 'La página no conoce esta respuesta',
  'failure.unrecognised.text': 'Su estado fue {status}. No se sabe nada de la clave.',
  'failure.internal': 'Algo falló dentro de esta página',
  'failure.internal.text': 'Lo que escribió se conserva. Inténtelo de nuevo o recargue la página.',
  'failure.checking': 'Ninguna respuesta legible',
  'failure.checking.text': 'Averiguando por qué, con dos peticiones sin la clave…',
  'failure.offline': 'Este dispositivo está sin conexión',
  'failure.offline.text':
    'El navegador no tiene red. La clave se conserva: inténtelo de nuevo cuando tenga conexión.',
  'failure.unreachable': 'Desde aquí no se llega a la API',
  'failure.unreachable.text':
    'El navegador tiene conexión, pero ni siquiera una petición sin la clave llegó a {host}. Puede haber un bloqueador, una VPN o un cortafuegos de por medio, o el servidor está caído. No se sabe nada de la clave.',
  'failure.closed': 'La API responde, pero las páginas web no pueden leerla',
  'failure.closed.text':
    '{host} funciona, y el navegador oculta su respuesta a esta página (CORS). Una clave rechazada puede verse exactamente igual, así que no se sabe nada de la clave.',
  'failure.headerRefused': 'La API responde a páginas web, pero no a esta petición',
  'failure.headerRefused.text':
    '{host} no acepta la cabecera {header} desde páginas web, o bien rechazó la clave de un modo que las páginas no pueden leer. Desde aquí ambas cosas se ven igual.',
  'failure.viaCommand':
    'Aquí no hay proxy, a propósito. Ejecute un comando en su propia terminal y pegue abajo su respuesta.',
  'failure.policy': 'Esta página está mal configurada',
  'failure.policy.text':
    'Su propia política de seguridad detuvo la petición a {host}. Quien la aloja debe incluir esa dirección en connect-src.',

  'action.retry': 'Intentar de nuevo',
  'action.newKey': 'Crear una clave nueva',
  'action.command': 'Usar un comando',
  'action.prefix': 'Probar una vez con {prefix}',

  'reply.environment':
    'Escriba la clave en su propia terminal. No se muestra y no queda en el historial.',
  'reply.command': 'Ejecute esto: la misma petición que enviaría esta página.',
  'reply.copyEnvironment': 'Copiar la primera línea',
  'reply.copyCommand': 'Copiar el comando',
  'reply.paste': 'Pegue lo que imprime. No contiene la clave.',
  'reply.label': 'Respuesta de la API',
  'reply.use': 'Usar esta respuesta',

  'company.legend': 'Empresa',
  'company.single': 'La clave pertenece a una sola empresa, así que no hay nada que elegir.',
  'company.id': 'ID de la empresa',
  'company.stored': 'Se guarda en este navegador, como pide la guía. No es un secreto.',
  'company.filter': 'Filtrar empresas',
  'company.shown': 'Se muestran {shown} de {count}. Escriba para encontrar otras.',
  'company.noMatch': 'Ninguna empresa tiene esto en su nombre o ID.',
  'company.lastUsed': 'usada la última vez',
  'company.oddId': 'Este ID no tiene los 24 caracteres habituales. Se usa tal como llegó.',
  'company.none': 'La clave funciona, pero no le corresponde ninguna empresa',
  'company.none.text':
    'La lista llegó vacía: quien creó la clave no está en ningún espacio de trabajo o fue quitado de él. Pida a un SuperAdmin que lo añada, o pegue una clave creada por un miembro.',

  'headers.text':
    'Una petición autenticada lleva ambas. Las mayúsculas y minúsculas del nombre de una cabecera no importan.',
  'headers.copyKey': 'Copiar la cabecera x-api-key',
  'headers.copyCompany': 'Copiar la cabecera companyid',
  'headers.copyBoth': 'Copiar ambas cabeceras',
  'headers.placeholder': 'Esta página nunca tuvo la clave, así que en su lugar está {placeholder}.',
  'headers.which': '¿Qué llamada necesita cuál?',
  'headers.call': 'Llamada',
  'headers.needs': 'Cabeceras',
  'headers.dated': 'Según la documentación de AgencyHandy en agosto de 2026.',
  'headers.memberToken': 'con el token de sesión de un miembro',
  'headers.sameKey': 'con esta misma clave',

  'call.companies': 'Comprobar la clave',
  'call.roles': 'Listar roles',
  'call.people': 'Crear leads o clientes',
  'call.order': 'Actualizar un pedido',
  'call.mcp': 'Servidor MCP',

  'snippets.label': 'Fragmentos de código',
  'snippets.call': 'Llamada',
  'snippets.environment':
    'Las credenciales vienen del entorno, para que ningún secreto acabe en un archivo. Defínalas una vez en cada terminal:',
  'snippets.setup': 'Entorno',
  'snippets.copySetup': 'Copiar estas líneas',
  'snippets.copy': 'Copiar el fragmento',

  'firstCall.text': 'Lee los roles de {company} con ambas cabeceras. No se crea ni se cambia nada.',
  'firstCall.button': 'Hacer la primera llamada',
  'firstCall.running': 'Pidiendo los roles a {host}…',
  'firstCall.cancelled': 'Cancelado.',
  'firstCall.answered.one': 'Funciona: llegó {count} rol',
  'firstCall.answered.many': 'Funciona: llegaron {count} de roles',
  'firstCall.answered.other': 'Funciona: llegaron {count} roles',
  'firstCall.answered': 'Funciona: AgencyHandy respondió',
  'firstCall.notFound': 'AgencyHandy no conoce (o ya no conoce) esta llamada',
  'firstCall.notFound.text':
    'La respuesta fue 404. No prueba nada contra su clave: la llamada salió de la documentación en julio de 2026. La comprobación de arriba sigue valiendo.',
  'firstCall.unreadable': 'Ninguna respuesta legible',
  'firstCall.unreadable.text':
    'La conexión falló, o la API no acepta la cabecera companyid desde páginas web. El navegador no dice cuál de las dos. El fragmento «Listar roles» hace la misma llamada desde su terminal.',
  'firstCall.noKey':
    'Esta página nunca tuvo la clave, así que no puede llamar. El fragmento «Listar roles» hace la misma llamada desde su terminal.',

  'done.key': 'La API acepta su clave.',
  'done.reply': 'La API acepta su clave: lo dice su respuesta.',
  'done.company': 'Las llamadas nombran a {company} por su ID, que este navegador recuerda.',
  'done.call': 'La primera llamada con ambas cabeceras obtuvo respuesta.',
  'done.expires': 'La clave es válida hasta el {date}. Cree una nueva antes.',
  'done.guides': 'Guías de AgencyHandy',
  'done.lead': 'Crear leads',
  'done.leadNote':
    'AgencyHandy envía un correo a cada persona nueva, salvo que la llamada diga {flag}.',
  'done.client': 'Crear clientes',
  'done.clientNote': 'Aquí vale lo mismo. El correo de un lead convierte a ese lead en cliente.',
  'done.order': 'Actualizar pedidos',
  'done.orderNote':
    'La documentación pide aquí el token de sesión de un miembro, no la clave de API.',

  'forget.text':
    'Esta página tiene su clave en la memoria, solo en esta pestaña. Al salir o recargar la olvida.',
  'forget.button': 'Olvidar la clave',
  'forget.done': 'Olvidada. Solo el ID de la empresa queda guardado en este navegador.',

  'copy.short': 'Copiar',
  'copy.announce': 'Copiado.',
  'copy.refused': 'El navegador no permitió copiar. El texto está seleccionado: pulse {keys}.',
  'copy.selected': 'Texto para copiar',

  'reminder.button': 'Guardar un recordatorio',
  'reminder.hint':
    'Un archivo para cualquier calendario. Contiene la fecha y el nombre de la empresa, no la clave.',
  'reminder.summary': 'La clave de API de {company} en AgencyHandy caduca',
  'reminder.description':
    'Cree una clave nueva antes de esta fecha y póngala en todos los sitios donde se usa la anterior: automatizaciones, asistentes de IA, servidores, scripts. En AgencyHandy: {path}.',
  'reminder.saved': 'Guardado como {file}.',
};
