/** Owns every word in French that a person meets only after the first action. */
export default {
  'ask.text':
    'Bonjour, je connecte un outil à notre espace de travail AgencyHandy et j’ai besoin d’une clé d’API, que seul un SuperAdmin ou un Admin peut créer : {path}. Si une clé existe déjà, merci de m’en parler avant d’appuyer sur {regenerate} : l’ancienne clé cesse de fonctionner à ce moment-là. Merci de partager la clé par un gestionnaire de mots de passe, pas par e-mail ni messagerie.',
  'ask.copy': 'Copier cette demande',

  'workspace.foreign':
    '{host} n’est pas une adresse agencyhandy.com. Ne l’ouvrez que si ce domaine est le vôtre : une fausse page de connexion pourrait vous demander un mot de passe.',
  'workspace.moveKey': 'La déplacer dans le champ de la clé d’API',

  'reason.workspace_empty':
    'Saisissez le nom de votre espace de travail ou collez l’une de ses adresses.',
  'reason.workspace_too_long': 'C’est plus long que toute adresse d’espace de travail.',
  'reason.workspace_name_short': 'Le nom d’un espace de travail compte au moins 3 caractères.',
  'reason.workspace_name_characters':
    'Le nom d’un espace de travail ne contient que des minuscules, des chiffres et des traits d’union.',
  'reason.workspace_name_hyphen':
    'Dans le nom d’un espace de travail, un trait d’union se place entre des lettres ou des chiffres, jamais au début ni à la fin.',
  'reason.workspace_is_key':
    'Cela ressemble à une clé d’API, pas à un espace de travail. Aucun lien n’en a été fait et rien n’a été envoyé.',
  'reason.workspace_www':
    'Aucun espace de travail ne se trouve à une adresse www. Prenez l’adresse que vous voyez après la connexion, comme {address}.',
  'reason.workspace_apex':
    'Un espace de travail se trouve à un sous-domaine, jamais au domaine seul. Prenez l’adresse que vous voyez après la connexion, comme {address}.',
  'reason.workspace_app':
    'app.agencyhandy.com est l’endroit où tout le monde se connecte. Prenez l’adresse que vous voyez ensuite, comme {address}.',
  'reason.workspace_api':
    'api.agencyhandy.com répond aux programmes et n’a pas de paramètres. Prenez l’adresse que vous voyez après la connexion, comme {address}.',
  'reason.workspace_scheme': 'L’adresse d’un espace de travail commence par https.',
  'reason.workspace_credentials':
    'Cette adresse contient un nom d’utilisateur ou un mot de passe, ce qu’aucun lien ne devrait porter. Supprimez tout jusqu’au @.',
  'reason.workspace_host':
    'Un espace de travail ne peut pas se trouver à cette adresse. Vérifiez qu’elle ne contient pas de faute de frappe.',
  'reason.key_missing': 'Collez d’abord la clé.',
  'reason.key_empty': 'Collez d’abord la clé.',
  'reason.key_too_long': 'C’est plus long que toute clé : la limite est de 4 096 caractères.',
  'reason.key_bad_character':
    'Le caractère {position} ({codePoint}) ne peut pas faire partie d’une clé. Rien n’a été envoyé. Copiez la clé à nouveau.',
  'reason.reply_empty': 'Collez d’abord la réponse de la commande.',
  'reason.reply_html':
    'C’est une page web, pas une réponse de l’API. Vérifiez que la commande visait la bonne adresse.',
  'reason.reply_not_json':
    'Ce n’est pas la réponse entière. Copiez tout, de la première { à la dernière }.',
  'reason.reply_error': 'L’API a répondu par une erreur (statut {status}) au lieu des entreprises.',
  'reason.reply_error.unknown': 'L’API a répondu par une erreur au lieu des entreprises.',
  'reason.reply_error.401':
    'L’API n’accepte pas la clé (401) : elle est fausse, a été remplacée par une autre, a expiré ou a été supprimée. Créez-en une nouvelle.',
  'reason.reply_error.403':
    'L’API ne l’autorise pas (403) : vérifiez le rôle de la personne qui a créé la clé, son appartenance et l’abonnement.',
  'reason.reply_no_companies':
    'Il n’y a pas de liste d’entreprises ici. Est-ce la réponse de la commande ci-dessus ?',
  'reason.other': 'Ceci n’est pas utilisable. Vérifiez et réessayez.',
  'reason.otherWhere':
    'Ce n’est pas ce que l’API envoie : la première différence se trouve à {where}.',
  'reason.company_unknown': 'Cette entreprise n’est pas dans la liste reçue.',
  'reason.company_id_empty': 'Cette entreprise n’a pas d’ID, aucun appel ne peut donc la nommer.',
  'reason.company_id_too_long': 'L’ID de cette entreprise est trop long pour être envoyé.',
  'reason.company_id_bad_character':
    'L’ID de cette entreprise contient un caractère qu’un en-tête ne peut pas porter.',

  'generate.noneText':
    'Appuyez sur {generate} (Générer), puis copiez la clé tout de suite. AgencyHandy ne l’affiche que cette fois.',
  'generate.existsText':
    'Si elle est enregistrée quelque part, utilisez celle-là. {regenerate} (Régénérer) crée une nouvelle clé et met fin à l’ancienne au même instant ; les deux ne valent jamais en même temps.',
  'generate.plan':
    'A-t-elle fuité ? Régénérez maintenant, réparez ensuite. Vous avez le temps ? Préparez d’abord chaque endroit.',
  'generate.places': 'Où l’ancienne clé sert peut-être encore',
  'generate.place.automation': 'automatisations : {tools}',
  'generate.place.assistant': 'assistants IA : les paramètres MCP de {tools}',
  'generate.place.server': 'serveurs : variables d’environnement, secrets de CI, conteneurs',
  'generate.place.script': 'scripts, tableurs et collections d’API de collègues',
  'generate.understood': 'Je comprends que l’ancienne clé cesse aussitôt de fonctionner',

  'key.verifying': 'Vérification de la clé auprès de {host}…',
  'key.cancel': 'Annuler',
  'key.cancelled': 'Annulé. Ce que vous avez saisi est toujours là.',
  'key.verified': 'Vérifiée : {company}',
  'key.replyRead': 'La réponse a été lue : {company}',
  'key.expires': 'Elle est valable jusqu’au {date}.',
  'key.choose.many': 'Vérifiée. La clé donne accès à {count} d’entreprises : choisissez-en une.',
  'key.choose.other': 'Vérifiée. La clé donne accès à {count} entreprises : choisissez-en une.',

  'note.trimmed': 'Les espaces autour de la clé ont été retirés.',
  'note.bearer_prefix': 'Le mot « Bearer » devant la clé a été retiré.',
  'note.header_name_prefix': 'Le nom de l’en-tête devant la clé a été retiré.',
  'note.quoted': 'Les guillemets autour de la clé ont été retirés.',
  'note.zero_width': 'Des caractères invisibles ont été retirés de la clé.',
  'note.not_jwt': 'Une clé a d’habitude trois parties séparées par des points ; pas celle-ci.',
  'note.truncated': 'Elle semble tronquée. La copier à nouveau peut aider.',
  'note.placeholder': 'Elle ressemble à un texte d’exemple, pas à une vraie clé.',
  'note.looks_like_company_id':
    'Elle ressemble à un ID d’entreprise. La clé est un autre texte, plus long.',
  'note.expired': 'D’après sa propre date, elle a expiré.',
  'note.expiredOn': 'D’après sa propre date, elle a expiré le {date}.',
  'note.short_lived':
    'Elle n’est valable que peu de temps, comme un jeton de session. La clé d’API est peut-être une autre.',

  'failure.keyRejected': 'AgencyHandy n’accepte pas cette clé',
  'failure.keyRejected.text':
    'La réponse était 401 : la clé est fausse ou incomplète, a été remplacée quand quelqu’un a appuyé sur {regenerate}, a expiré ou a été supprimée. L’API ne dit pas laquelle de ces raisons.',
  'failure.keyRejected.next':
    'Une clé remplacée ne peut pas être récupérée. Créez-en une nouvelle dans les paramètres et collez-la ici.',
  'failure.forbidden': 'AgencyHandy n’autorise pas cette requête',
  'failure.forbidden.text':
    'La réponse était 403. Raisons habituelles : la personne qui a créé la clé n’est plus SuperAdmin ni Admin, a quitté l’espace de travail, ou l’abonnement a pris fin.',
  'failure.rateLimited': 'Trop de requêtes pour le moment',
  'failure.rateLimited.text':
    'La réponse était 429, ce qui ne dit rien de la clé. Attendez une minute, puis réessayez.',
  'failure.rateLimited.wait.one':
    'La réponse était 429, ce qui ne dit rien de la clé. Réessayez dans {count} seconde.',
  'failure.rateLimited.wait.many':
    'La réponse était 429, ce qui ne dit rien de la clé. Réessayez dans {count} de secondes.',
  'failure.rateLimited.wait.other':
    'La réponse était 429, ce qui ne dit rien de la clé. Réessayez dans {count} secondes.',
  'failure.redirect': 'L’adresse a répondu par une redirection',
  'failure.redirect.text':
    'Elle n’a pas été suivie, la clé n’est donc allée nulle part ailleurs. On ne sait rien de la clé.',
  'failure.html': 'La réponse ne vient pas de l’API',
  'failure.html.text':
    'Autre chose que des données est revenu. Une page de connexion au réseau s’interpose peut-être, ou l’API a une autre adresse. On ne sait rien de la clé.',
  'failure.notFound': 'Il n’y a rien à cette adresse',
  'failure.notFound.text': 'La réponse était 404. On ne sait rien de la clé.',
  'failure.prefix': 'Certaines sources publiques mettent {prefix} devant chaque chemin.',
  'failure.server': 'AgencyHandy a un problème de son côté',
  'failure.server.text':
    'La réponse était {status}, ce qui ne dit rien de la clé. Elle est conservée : réessayez dans un instant.',
  'failure.slow': 'Pas de réponse à temps',
  'failure.slow.text':
    'Même des requêtes sans la clé sont restées sans réponse. On ne sait rien de la clé ; elle est conservée. Réessayez.',
  'failure.timeout': 'Pas de réponse à temps',
  'failure.timeout.text':
    'La requête a été abandonnée. On ne sait rien de la clé ; elle est conservée. Réessayez.',
  'failure.lost': 'La connexion s’est coupée au milieu de la réponse',
  'failure.lost.text': 'On ne sait rien de la clé ; elle est conservée. Réessayez.',
  'failure.malformed': 'La réponse n’est pas celle que décrit le guide',
  'failure.malformed.text':
    'AgencyHandy a répondu, mais pas par la liste d’entreprises attendue. On ne sait rien de plus de la clé.',
  'failure.malformed.where': 'La première différence se trouve à {where}.',
  'failure.unrecognised': 'La page ne connaît pas cette réponse',
  'failure.unrecognised.text': 'Son statut était {status}. On ne sait rien de la clé.',
  'failure.internal': 'Un problème est survenu dans cette page',
  'failure.internal.text': 'Ce que vous avez saisi est conservé. Réessayez ou rechargez la page.',
  'failure.checking': 'Aucune réponse lisible',
  'failure.checking.text': 'Recherche de la cause, par deux requêtes sans la clé…',
  'failure.offline': 'Cet appareil est hors ligne',
  'failure.offline.text':
    'Le navigateur n’a pas de réseau. La clé est conservée : réessayez une fois la connexion rétablie.',
  'failure.unreachable': 'L’API est injoignable d’ici',
  'failure.unreachable.text':
    'Le navigateur est en ligne, pourtant pas même une requête sans la clé n’a atteint {host}. Un bloqueur, un VPN ou un pare-feu s’interpose peut-être, ou le serveur est en panne. On ne sait rien de la clé.',
  'failure.closed': 'L’API répond, mais les pages web ne peuvent pas la lire',
  'failure.closed.text':
    '{host} fonctionne, et le navigateur cache sa réponse à cette page (CORS). Une clé refusée peut avoir exactement la même apparence, on ne sait donc rien de la clé.',
  'failure.headerRefused': 'L’API répond aux pages web, mais pas à cette requête',
  'failure.headerRefused.text':
    'Soit {host} n’accepte pas l’en-tête {header} venant de pages web, soit il a refusé la clé d’une façon que les pages ne peuvent pas lire. D’ici, les deux cas se ressemblent.',
  'failure.viaCommand':
    'Il n’y a pas de proxy ici, à dessein. Exécutez une commande dans votre propre terminal et collez sa réponse ci-dessous.',
  'failure.policy': 'Cette page est mal configurée',
  'failure.policy.text':
    'Sa propre politique de sécurité a arrêté la requête à {host}. Qui l’héberge doit indiquer cette adresse dans connect-src.',

  'action.retry': 'Réessayer',
  'action.newKey': 'Créer une nouvelle clé',
  'action.command': 'Utiliser une commande',
  'action.prefix': 'Essayer une fois avec {prefix}',

  'reply.environment':
    'Dans votre propre terminal, saisissez la clé. Elle ne s’affiche pas et reste hors de l’historique.',
  'reply.command': 'Exécutez ceci : la même requête que cette page enverrait.',
  'reply.copyEnvironment': 'Copier la première ligne',
  'reply.copyCommand': 'Copier la commande',
  'reply.paste': 'Collez ce qu’elle affiche. La clé n’y figure pas.',
  'reply.label': 'Réponse de l’API',
  'reply.use': 'Utiliser cette réponse',

  'company.legend': 'Entreprise',
  'company.single': 'La clé appartient à une seule entreprise, il n’y a donc rien à choisir.',
  'company.id': 'ID de l’entreprise',
  'company.stored':
    'Enregistré dans ce navigateur, comme le demande le guide. Ce n’est pas un secret.',
  'company.filter': 'Filtrer les entreprises',
  'company.shown': '{shown} affichées sur {count}. Saisissez du texte pour en trouver d’autres.',
  'company.noMatch': 'Aucune entreprise n’a cela dans son nom ou son ID.',
  'company.lastUsed': 'utilisée la dernière fois',
  'company.oddId': 'Cet ID n’a pas les 24 caractères habituels. Il est utilisé tel quel.',
  'company.none': 'La clé fonctionne, mais aucune entreprise ne lui correspond',
  'company.none.text':
    'La liste est revenue vide : la personne qui a créé la clé n’est dans aucun espace de travail, ou en a été retirée. Demandez à un SuperAdmin de l’ajouter, ou collez une clé créée par un membre.',

  'headers.text':
    'Une requête authentifiée porte les deux. La casse du nom d’un en-tête ne compte pas.',
  'headers.copyKey': 'Copier l’en-tête x-api-key',
  'headers.copyCompany': 'Copier l’en-tête companyid',
  'headers.copyBoth': 'Copier les deux en-têtes',
  'headers.placeholder': 'Cette page n’a jamais eu la clé, {placeholder} en tient donc lieu.',
  'headers.which': 'Quel appel a besoin de quoi ?',
  'headers.call': 'Appel',
  'headers.needs': 'En-têtes',
  'headers.dated': 'D’après la documentation d’AgencyHandy en août 2026.',
  'headers.memberToken': 'avec le jeton de session d’un membre',
  'headers.sameKey': 'avec cette même clé',

  'call.companies': 'Vérifier la clé',
  'call.roles': 'Lister les rôles',
  'call.people': 'Créer des prospects ou des clients',
  'call.order': 'Mettre à jour une commande',
  'call.mcp': 'Serveur MCP',

  'snippets.label': 'Extraits de code',
  'snippets.call': 'Appel',
  'snippets.environment':
    'Les identifiants viennent de l’environnement, afin qu’aucun secret ne finisse dans un fichier. Définissez-les une fois dans chaque terminal :',
  'snippets.setup': 'Environnement',
  'snippets.copySetup': 'Copier ces lignes',
  'snippets.copy': 'Copier l’extrait',

  'firstCall.text':
    'Lit les rôles de {company} avec les deux en-têtes. Rien n’est créé ni modifié.',
  'firstCall.button': 'Faire le premier appel',
  'firstCall.running': 'Demande des rôles à {host}…',
  'firstCall.cancelled': 'Annulé.',
  'firstCall.answered.one': 'Cela fonctionne : {count} rôle reçu',
  'firstCall.answered.many': 'Cela fonctionne : {count} de rôles reçus',
  'firstCall.answered.other': 'Cela fonctionne : {count} rôles reçus',
  'firstCall.answered': 'Cela fonctionne : AgencyHandy a répondu',
  'firstCall.notFound': 'AgencyHandy ne connaît pas (ou plus) cet appel',
  'firstCall.notFound.text':
    'La réponse était 404. Elle ne prouve rien contre votre clé : l’appel a quitté la documentation en juillet 2026. La vérification de la clé ci-dessus reste valable.',
  'firstCall.unreadable': 'Aucune réponse lisible',
  'firstCall.unreadable.text':
    'La connexion a échoué, ou l’API n’accepte pas l’en-tête companyid venant de pages web. Le navigateur ne dit pas lequel des deux. L’extrait « Lister les rôles » fait le même appel depuis votre terminal.',
  'firstCall.noKey':
    'Cette page n’a jamais eu la clé et ne peut donc pas appeler. L’extrait « Lister les rôles » fait le même appel depuis votre terminal.',

  'done.key': 'L’API accepte votre clé.',
  'done.reply': 'L’API accepte votre clé : sa réponse le dit.',
  'done.company': 'Les appels désignent {company} par son ID, que ce navigateur retient.',
  'done.call': 'Le premier appel avec les deux en-têtes a reçu une réponse.',
  'done.expires': 'La clé est valable jusqu’au {date}. Créez-en une nouvelle avant.',
  'done.guides': 'Guides d’AgencyHandy',
  'done.lead': 'Créer des prospects',
  'done.leadNote': 'AgencyHandy écrit à chaque nouvelle personne, sauf si l’appel indique {flag}.',
  'done.client': 'Créer des clients',
  'done.clientNote':
    'Il en va de même ici. L’e-mail d’un prospect transforme ce prospect en client.',
  'done.order': 'Mettre à jour des commandes',
  'done.orderNote':
    'La documentation demande ici le jeton de session d’un membre, pas la clé d’API.',

  'forget.text':
    'Cette page a votre clé en mémoire, dans ce seul onglet. La quitter ou la recharger l’oublie.',
  'forget.button': 'Oublier la clé',
  'forget.done': 'Oubliée. Seul l’ID de l’entreprise reste enregistré dans ce navigateur.',

  'copy.short': 'Copier',
  'copy.announce': 'Copié.',
  'copy.refused':
    'Le navigateur n’a pas permis de copier. Le texte est sélectionné : appuyez sur {keys}.',
  'copy.selected': 'Texte à copier',

  'reminder.button': 'Enregistrer un rappel',
  'reminder.hint':
    'Un fichier pour n’importe quel calendrier. Il contient la date et le nom de l’entreprise, pas la clé.',
  'reminder.summary': 'La clé d’API AgencyHandy de {company} expire',
  'reminder.description':
    'Créez une nouvelle clé avant cette date, puis mettez-la partout où l’ancienne sert : automatisations, assistants IA, serveurs, scripts. Dans AgencyHandy : {path}.',
  'reminder.saved': 'Enregistré sous {file}.',
};
