/** Owns every word of the page's first view in Spanish. key: clave; company: empresa; workspace: espacio de trabajo; settings: ajustes; header: cabecera; request: petición; call: llamada. Addressed as usted. */
export default {
  'page.eyebrow': 'Guía no oficial de la API de AgencyHandy',
  'page.title': 'De no tener clave a su primera llamada a la API',
  'page.lead':
    'Obtenga una clave de API, encuentre el ID de su empresa y compruebe que ambos funcionan, con peticiones reales a la API real.',
  'page.footer':
    'No oficial: ni hecho ni respaldado por AgencyHandy. Código abierto; puede alojarlo usted.',
  'page.language': 'Idioma',
  'page.documentTitle': 'API de AgencyHandy: de no tener clave a su primera llamada',

  'fact.role': 'Necesita',
  'fact.role.text': 'el rol SuperAdmin o Admin',
  'fact.time': 'Tarda',
  'fact.time.text': 'unos dos minutos',
  'fact.key': 'Su clave va',
  'fact.key.text': 'solo a {host}',
  'fact.key.host': 'a {api} y a la página que lo rodea: {host}',
  'host.frame':
    'Esto es un marco dentro de {host}. Esa página sabe cuándo ha terminado y cuál es el Company ID, nunca la clave.',
  'host.inline':
    'Esta página, {host}, recibe su clave. Siga solo si le confía todo lo que la clave permite.',

  'ask.summary': '¿No es SuperAdmin ni Admin? Pídaselo a alguien que lo sea',

  'sandbox.title': 'Esto es un ensayo.',
  'sandbox.text':
    'La página habla con el entorno de pruebas en {origin}, no con AgencyHandy. Nada de aquí afecta a un espacio de trabajo real.',

  'load.title': 'Esta página no pudo iniciarse',
  'load.text': 'No se cargó una parte de ella (WebAssembly). No se envió nada a ningún sitio.',
  'load.again': 'Cargar de nuevo',

  'step.done': 'hecho',

  'workspace.title': 'Abra los ajustes de su clave de API',
  'workspace.label': 'Espacio de trabajo',
  'workspace.hint': 'Su nombre o cualquier dirección suya, como {name} o {address}',
  'workspace.preview': 'Su enlace',
  'workspace.open': 'Abrir los ajustes de la clave de API',
  'workspace.newTab': 'Se abre en una pestaña nueva.',
  'workspace.sandbox':
    'En este ensayo, el botón abre en su lugar los ajustes del entorno de pruebas.',
  'workspace.byHand':
    'A mano: {path} (Ajustes → Configuración del espacio de trabajo → Clave de API). Si falta ese menú, su rol no es SuperAdmin ni Admin.',

  'generate.title': 'Genere la clave',
  'generate.question': '¿Qué ve en la pestaña de la clave de API?',
  'generate.none': 'Aún no hay clave',
  'generate.exists': 'Ya existe una clave',

  'key.title': 'Pegue la clave',
  'key.label': 'Clave de API',
  'key.hint': 'Al pegarla se comprueba enseguida, con una sola petición de lectura a {host}.',
  'key.show': 'Mostrar',
  'key.showLabel': 'Mostrar la clave',
  'key.hide': 'Ocultar',
  'key.hideLabel': 'Ocultar la clave',
  'key.verify': 'Comprobar la clave',
  'key.tip':
    'Consejo: guárdela también en un gestor de contraseñas. AgencyHandy no la volverá a mostrar y esta página la olvida cuando usted sale.',

  'reply.summary': '¿Prefiere ejecutar un comando en vez de pegar la clave aquí?',

  'company.title': 'Su empresa',
  'company.later': 'La API la nombra cuando la clave está comprobada.',

  'headers.title': 'Copie ambas cabeceras',
  'headers.later': 'Lo que lleva cada petición, listo para copiar.',

  'snippets.title': 'Llévelo a su terminal',
  'snippets.later': 'Las mismas llamadas como comandos, sin ningún secreto.',

  'firstCall.title': 'Haga la primera llamada',
  'firstCall.later': 'La clave y el ID de la empresa juntos, solo lectura.',

  'done.title': 'Lo que ya funciona',
  'done.later': 'Y por dónde seguir.',

  'part.title': 'No se cargó una parte de esta página',
  'part.text': 'Lo que escribió sigue aquí y no se envió nada. Compruebe su conexión.',
};
