/** Owns every word of the page's first view in French. key: clé; company: entreprise; workspace: espace de travail; settings: paramètres; header: en-tête; request: requête; call: appel. Addressed as vous. */
export default {
  'page.eyebrow': 'Guide non officiel de l’API AgencyHandy',
  'page.title': 'De l’absence de clé à votre premier appel d’API',
  'page.lead':
    'Obtenez une clé d’API, trouvez l’ID de votre entreprise et voyez les deux fonctionner, avec de vraies requêtes à la vraie API.',
  'page.footer':
    'Non officiel : ni créé ni approuvé par AgencyHandy. Code ouvert, que vous pouvez héberger vous-même.',
  'page.language': 'Langue',
  'page.documentTitle': 'API AgencyHandy : de l’absence de clé à votre premier appel',

  'fact.role': 'Il vous faut',
  'fact.role.text': 'le rôle SuperAdmin ou Admin',
  'fact.time': 'Cela prend',
  'fact.time.text': 'environ deux minutes',
  'fact.key': 'Votre clé va',
  'fact.key.text': 'uniquement à {host}',
  'fact.key.host': 'à {api}, et à la page autour : {host}',
  'host.frame':
    'Ceci est un cadre dans {host}. Cette page apprend quand vous avez terminé et le Company ID, jamais la clé.',
  'host.inline':
    'Cette page, {host}, reçoit votre clé. Ne continuez que si vous lui confiez tout ce que la clé permet.',

  'ask.summary': 'Pas SuperAdmin ni Admin ? Demandez à quelqu’un qui l’est',

  'sandbox.title': 'Ceci est une répétition.',
  'sandbox.text':
    'La page parle au bac à sable sur {origin}, pas à AgencyHandy. Rien ici ne touche un véritable espace de travail.',

  'load.title': 'Cette page n’a pas pu démarrer',
  'load.text': 'Une partie de la page (WebAssembly) n’a pas été chargée. Rien n’a été envoyé.',
  'load.again': 'Charger à nouveau',

  'step.done': 'fait',

  'workspace.title': 'Ouvrez les paramètres de votre clé d’API',
  'workspace.label': 'Espace de travail',
  'workspace.hint': 'Son nom ou l’une de ses adresses, comme {name} ou {address}',
  'workspace.preview': 'Votre lien',
  'workspace.open': 'Ouvrir les paramètres de la clé d’API',
  'workspace.newTab': 'S’ouvre dans un nouvel onglet.',
  'workspace.sandbox':
    'Dans cette répétition, le bouton ouvre plutôt les paramètres du bac à sable.',
  'workspace.byHand':
    'À la main : {path} (Paramètres → Configuration de l’espace de travail → Clé d’API). Si ce menu manque, votre rôle n’est pas SuperAdmin ni Admin.',

  'generate.title': 'Générez la clé',
  'generate.question': 'Que voyez-vous dans l’onglet de la clé d’API ?',
  'generate.none': 'Pas encore de clé',
  'generate.exists': 'Une clé existe',

  'key.title': 'Collez la clé',
  'key.label': 'Clé d’API',
  'key.hint': 'Coller la clé la vérifie aussitôt, par une seule requête en lecture à {host}.',
  'key.show': 'Afficher',
  'key.showLabel': 'Afficher la clé',
  'key.hide': 'Masquer',
  'key.hideLabel': 'Masquer la clé',
  'key.verify': 'Vérifier la clé',
  'key.tip':
    'Conseil : enregistrez-la aussi dans un gestionnaire de mots de passe. AgencyHandy ne l’affichera plus, et cette page l’oublie quand vous la quittez.',

  'reply.summary': 'Plutôt exécuter une commande que coller la clé ici ?',

  'company.title': 'Votre entreprise',
  'company.later': 'L’API la nomme une fois la clé vérifiée.',

  'headers.title': 'Copiez les deux en-têtes',
  'headers.later': 'Ce que porte chaque requête, prêt à copier.',

  'snippets.title': 'Passez à votre terminal',
  'snippets.later': 'Les mêmes appels sous forme de commandes, sans aucun secret.',

  'firstCall.title': 'Faites le premier appel',
  'firstCall.later': 'La clé et l’ID de l’entreprise ensemble, en lecture seule.',

  'done.title': 'Ce qui fonctionne maintenant',
  'done.later': 'Et comment continuer.',

  'part.title': 'Une partie de cette page n’a pas été chargée',
  'part.text':
    'Ce que vous avez saisi est toujours là, et rien n’a été envoyé. Vérifiez votre connexion.',
};
