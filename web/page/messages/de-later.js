/** Owns every word in German that a person meets only after the first action. */
export default {
  'ask.text':
    'Hallo, ich verbinde ein Werkzeug mit unserem AgencyHandy-Arbeitsbereich und brauche einen API-Schlüssel, den nur ein SuperAdmin oder Admin erzeugen kann: {path}. Falls es schon einen Schlüssel gibt, sprechen Sie bitte mit mir, bevor Sie auf {regenerate} klicken: Der alte Schlüssel gilt dann sofort nicht mehr. Bitte geben Sie den Schlüssel über einen Passwortmanager weiter, nicht per E-Mail oder Chat. Vielen Dank!',
  'ask.copy': 'Diese Bitte kopieren',

  'workspace.foreign':
    '{host} ist keine Adresse von agencyhandy.com. Öffnen Sie sie nur, wenn es Ihre eigene Domain ist: Eine nachgemachte Anmeldeseite könnte nach einem Passwort fragen.',
  'workspace.moveKey': 'In das Feld für den API-Schlüssel verschieben',

  'reason.workspace_empty':
    'Geben Sie den Namen Ihres Arbeitsbereichs ein, oder fügen Sie eine Adresse davon ein.',
  'reason.workspace_too_long': 'Das ist länger als jede Adresse eines Arbeitsbereichs.',
  'reason.workspace_name_short': 'Der Name eines Arbeitsbereichs hat mindestens 3 Zeichen.',
  'reason.workspace_name_characters':
    'Der Name eines Arbeitsbereichs besteht nur aus Kleinbuchstaben, Ziffern und Bindestrichen.',
  'reason.workspace_name_hyphen':
    'Im Namen eines Arbeitsbereichs steht ein Bindestrich zwischen Buchstaben oder Ziffern, nie am Anfang oder Ende.',
  'reason.workspace_is_key':
    'Das sieht nach einem API-Schlüssel aus, nicht nach einem Arbeitsbereich. Es wurde kein Link daraus, und es wurde nirgendwohin gesendet.',
  'reason.workspace_www':
    'Unter einer www-Adresse liegt kein Arbeitsbereich. Nehmen Sie die Adresse, die Sie nach der Anmeldung sehen, etwa {address}.',
  'reason.workspace_apex':
    'Ein Arbeitsbereich liegt unter einer Subdomain, nie unter der bloßen Domain. Nehmen Sie die Adresse, die Sie nach der Anmeldung sehen, etwa {address}.',
  'reason.workspace_app':
    'Unter app.agencyhandy.com melden sich alle an. Nehmen Sie die Adresse, die Sie danach sehen, etwa {address}.',
  'reason.workspace_api':
    'api.agencyhandy.com antwortet Programmen und hat keine Einstellungen. Nehmen Sie die Adresse, die Sie nach der Anmeldung sehen, etwa {address}.',
  'reason.workspace_scheme': 'Die Adresse eines Arbeitsbereichs beginnt mit https.',
  'reason.workspace_credentials':
    'Diese Adresse enthält einen Benutzernamen oder ein Passwort, was in keinen Link gehört. Entfernen Sie alles bis zum @.',
  'reason.workspace_host':
    'Unter dieser Adresse kann kein Arbeitsbereich liegen. Prüfen Sie sie auf Tippfehler.',
  'reason.key_missing': 'Fügen Sie zuerst den Schlüssel ein.',
  'reason.key_empty': 'Fügen Sie zuerst den Schlüssel ein.',
  'reason.key_too_long': 'Das ist länger als jeder Schlüssel: 4.096 Zeichen sind die Grenze.',
  'reason.key_bad_character':
    'Zeichen {position} ({codePoint}) kann nicht Teil eines Schlüssels sein. Es wurde nichts gesendet. Kopieren Sie den Schlüssel noch einmal.',
  'reason.reply_empty': 'Fügen Sie zuerst die Antwort des Befehls ein.',
  'reason.reply_html':
    'Das ist eine Webseite, keine Antwort der API. Prüfen Sie, ob der Befehl die richtige Adresse hatte.',
  'reason.reply_not_json':
    'Das ist nicht die ganze Antwort. Kopieren Sie alles von der ersten { bis zur letzten }.',
  'reason.reply_error':
    'Die API hat mit einem Fehler (Status {status}) statt mit den Firmen geantwortet.',
  'reason.reply_error.unknown': 'Die API hat mit einem Fehler statt mit den Firmen geantwortet.',
  'reason.reply_error.401':
    'Die API nimmt den Schlüssel nicht an (401): Er ist falsch, wurde durch einen neueren ersetzt, ist abgelaufen oder wurde gelöscht. Erzeugen Sie einen neuen.',
  'reason.reply_error.403':
    'Die API erlaubt das nicht (403): Prüfen Sie die Rolle dessen, der den Schlüssel erzeugt hat, seine Mitgliedschaft und das Abonnement.',
  'reason.reply_no_companies':
    'Darin steht keine Liste von Firmen. Ist es die Antwort des Befehls oben?',
  'reason.other':
    'Das lässt sich nicht verwenden. Prüfen Sie es, und versuchen Sie es noch einmal.',
  'reason.otherWhere': 'So antwortet die API nicht: Der erste Unterschied ist bei {where}.',
  'reason.company_unknown': 'Diese Firma steht nicht in der Liste, die zurückkam.',
  'reason.company_id_empty': 'Diese Firma hat keine ID, also kann kein Aufruf sie nennen.',
  'reason.company_id_too_long': 'Die ID dieser Firma ist zu lang zum Senden.',
  'reason.company_id_bad_character':
    'Die ID dieser Firma enthält ein Zeichen, das in keinem Header gesendet werden kann.',

  'generate.noneText':
    'Klicken Sie auf {generate} (Erzeugen), und kopieren Sie den Schlüssel sofort. AgencyHandy zeigt ihn nur dieses eine Mal.',
  'generate.existsText':
    'Ist er irgendwo gespeichert, nehmen Sie diesen. {regenerate} (Neu erzeugen) macht einen neuen Schlüssel und beendet im selben Augenblick den alten; beide zugleich gelten nie.',
  'generate.plan':
    'Ist er durchgesickert? Jetzt neu erzeugen, danach reparieren. Ist Zeit? Bereiten Sie erst alle Stellen vor.',
  'generate.places': 'Wo der alte Schlüssel noch in Gebrauch sein kann',
  'generate.place.automation': 'Automatisierungen: {tools}',
  'generate.place.assistant': 'KI-Assistenten: die MCP-Einstellungen von {tools}',
  'generate.place.server': 'Server: Umgebungsvariablen, CI-Geheimnisse, Container',
  'generate.place.script': 'Skripte, Tabellen und API-Sammlungen von Kollegen',
  'generate.understood': 'Mir ist klar, dass der alte Schlüssel sofort nicht mehr gilt',

  'key.verifying': 'Der Schlüssel wird bei {host} geprüft …',
  'key.cancel': 'Abbrechen',
  'key.cancelled': 'Abgebrochen. Ihre Eingabe ist noch da.',
  'key.verified': 'Geprüft: {company}',
  'key.replyRead': 'Die Antwort wurde gelesen: {company}',
  'key.expires': 'Er gilt bis {date}.',
  'key.choose.other': 'Geprüft. Der Schlüssel gilt für {count} Firmen: Wählen Sie eine.',

  'note.trimmed': 'Leerraum um den Schlüssel wurde weggelassen.',
  'note.bearer_prefix': 'Das Wort „Bearer“ vor dem Schlüssel wurde weggelassen.',
  'note.header_name_prefix': 'Der Name des Headers vor dem Schlüssel wurde weggelassen.',
  'note.quoted': 'Die Anführungszeichen um den Schlüssel wurden weggelassen.',
  'note.zero_width': 'Unsichtbare Zeichen im Schlüssel wurden weggelassen.',
  'note.not_jwt': 'Ein Schlüssel hat meist drei Teile mit Punkten dazwischen; dieser nicht.',
  'note.truncated': 'Er sieht abgeschnitten aus. Nochmaliges Kopieren kann helfen.',
  'note.placeholder':
    'Er sieht nach einem Platzhalter aus einem Beispiel aus, nicht nach einem echten Schlüssel.',
  'note.looks_like_company_id':
    'Das sieht nach einer Firmen-ID aus. Der Schlüssel ist ein anderer, längerer Text.',
  'note.expired': 'Nach seinem eigenen Datum ist er abgelaufen.',
  'note.expiredOn': 'Nach seinem eigenen Datum ist er am {date} abgelaufen.',
  'note.short_lived':
    'Er gilt nur kurz, wie ein Sitzungstoken. Der API-Schlüssel kann ein anderer sein.',

  'failure.keyRejected': 'AgencyHandy nimmt diesen Schlüssel nicht an',
  'failure.keyRejected.text':
    'Die Antwort war 401: Der Schlüssel ist falsch oder unvollständig, wurde ersetzt, als jemand auf {regenerate} klickte, ist abgelaufen oder wurde gelöscht. Was davon, sagt die API nicht.',
  'failure.keyRejected.next':
    'Ein ersetzter Schlüssel lässt sich nicht zurückholen. Erzeugen Sie in den Einstellungen einen neuen, und fügen Sie ihn hier ein.',
  'failure.forbidden': 'AgencyHandy erlaubt diese Anfrage nicht',
  'failure.forbidden.text':
    'Die Antwort war 403. Übliche Gründe: Wer den Schlüssel erzeugt hat, ist nicht mehr SuperAdmin oder Admin, hat den Arbeitsbereich verlassen, oder das Abonnement ist beendet.',
  'failure.rateLimited': 'Zurzeit zu viele Anfragen',
  'failure.rateLimited.text':
    'Die Antwort war 429, was nichts über den Schlüssel sagt. Warten Sie eine Minute, und versuchen Sie es noch einmal.',
  'failure.rateLimited.wait.one':
    'Die Antwort war 429, was nichts über den Schlüssel sagt. Versuchen Sie es nach {count} Sekunde noch einmal.',
  'failure.rateLimited.wait.other':
    'Die Antwort war 429, was nichts über den Schlüssel sagt. Versuchen Sie es nach {count} Sekunden noch einmal.',
  'failure.redirect': 'Die Adresse antwortete mit einer Weiterleitung',
  'failure.redirect.text':
    'Ihr wurde nicht gefolgt, der Schlüssel ging also nirgendwo anders hin. Über den Schlüssel ist nichts bekannt.',
  'failure.html': 'Die Antwort kam nicht von der API',
  'failure.html.text':
    'Es kam etwas anderes als Daten zurück. Vielleicht steht eine Anmeldeseite des Netzwerks dazwischen, oder die API hat eine andere Adresse. Über den Schlüssel ist nichts bekannt.',
  'failure.notFound': 'Unter dieser Adresse ist nichts',
  'failure.notFound.text': 'Die Antwort war 404. Über den Schlüssel ist nichts bekannt.',
  'failure.prefix': 'Manche öffentlichen Quellen setzen {prefix} vor jeden Pfad.',
  'failure.server': 'AgencyHandy hat selbst ein Problem',
  'failure.server.text':
    'Die Antwort war {status}, was nichts über den Schlüssel sagt. Er bleibt hier: Versuchen Sie es gleich noch einmal.',
  'failure.slow': 'Keine rechtzeitige Antwort',
  'failure.slow.text':
    'Nicht einmal Anfragen ohne den Schlüssel wurden beantwortet. Über den Schlüssel ist nichts bekannt; er bleibt hier. Versuchen Sie es noch einmal.',
  'failure.timeout': 'Keine rechtzeitige Antwort',
  'failure.timeout.text':
    'Die Anfrage wurde aufgegeben. Über den Schlüssel ist nichts bekannt; er bleibt hier. Versuchen Sie es noch einmal.',
  'failure.lost': 'Die Verbindung brach mitten in der Antwort ab',
  'failure.lost.text':
    'Über den Schlüssel ist nichts bekannt; er bleibt hier. Versuchen Sie es noch einmal.',
  'failure.malformed': 'Die Antwort ist nicht so, wie die Anleitung sie beschreibt',
  'failure.malformed.text':
    'AgencyHandy hat geantwortet, aber nicht mit der erwarteten Liste der Firmen. Mehr ist über den Schlüssel nicht bekannt.',
  'failure.malformed.where': 'Der erste Unterschied ist bei {where}.',
  'failure.unrecognised': 'Diese Antwort kennt die Seite nicht',
  'failure.unrecognised.text': 'Ihr Status war {status}. Über den Schlüssel ist nichts bekannt.',
  'failure.internal': 'In dieser Seite ist etwas schiefgegangen',
  'failure.internal.text':
    'Ihre Eingabe bleibt. Versuchen Sie es noch einmal, oder laden Sie die Seite neu.',
  'failure.checking': 'Keine lesbare Antwort',
  'failure.checking.text': 'Die Ursache wird gesucht, mit zwei Anfragen ohne den Schlüssel …',
  'failure.offline': 'Dieses Gerät ist offline',
  'failure.offline.text':
    'Der Browser hat kein Netz. Der Schlüssel bleibt hier: Versuchen Sie es noch einmal, sobald Sie verbunden sind.',
  'failure.unreachable': 'Die API ist von hier nicht erreichbar',
  'failure.unreachable.text':
    'Der Browser ist online, doch nicht einmal eine Anfrage ohne den Schlüssel kam zu {host} durch. Vielleicht steht ein Blocker, ein VPN oder eine Firewall dazwischen, oder der Server ist ausgefallen. Über den Schlüssel ist nichts bekannt.',
  'failure.closed': 'Die API antwortet, aber Webseiten dürfen sie nicht lesen',
  'failure.closed.text':
    '{host} ist in Betrieb, und der Browser hält die Antwort vor dieser Seite zurück (CORS). Ein abgelehnter Schlüssel kann genauso aussehen, über den Schlüssel ist also nichts bekannt.',
  'failure.headerRefused': 'Die API antwortet Webseiten, aber nicht auf diese Anfrage',
  'failure.headerRefused.text':
    'Entweder nimmt {host} den Header {header} von Webseiten nicht an, oder der Schlüssel wurde so abgelehnt, dass Seiten es nicht lesen dürfen. Von hier sieht beides gleich aus.',
  'failure.viaCommand':
    'Einen Proxy gibt es hier nicht, mit Absicht. Führen Sie einen Befehl in Ihrem eigenen Terminal aus, und fügen Sie unten seine Antwort ein.',
  'failure.policy': 'Diese Seite ist falsch eingerichtet',
  'failure.policy.text':
    'Ihre eigene Sicherheitsrichtlinie hat die Anfrage an {host} gestoppt. Wer sie betreibt, muss diese Adresse in connect-src nennen.',

  'action.retry': 'Noch einmal versuchen',
  'action.newKey': 'Neuen Schlüssel erzeugen',
  'action.command': 'Stattdessen einen Befehl verwenden',
  'action.prefix': 'Einmal mit {prefix} versuchen',

  'reply.environment':
    'Geben Sie in Ihrem eigenen Terminal den Schlüssel ein. Er wird nicht angezeigt und bleibt aus dem Verlauf heraus.',
  'reply.command': 'Führen Sie dies aus: dieselbe Anfrage, die diese Seite senden würde.',
  'reply.copyEnvironment': 'Die erste Zeile kopieren',
  'reply.copyCommand': 'Den Befehl kopieren',
  'reply.paste': 'Fügen Sie ein, was er ausgibt. Der Schlüssel steht nicht darin.',
  'reply.label': 'Antwort der API',
  'reply.use': 'Diese Antwort verwenden',

  'company.legend': 'Firma',
  'company.single': 'Der Schlüssel gehört zu einer Firma, es gibt also nichts zu wählen.',
  'company.id': 'Firmen-ID',
  'company.stored':
    'In diesem Browser gespeichert, wie die Anleitung es will. Sie ist kein Geheimnis.',
  'company.filter': 'Firmen filtern',
  'company.shown': '{shown} von {count} werden gezeigt. Tippen Sie, um andere zu finden.',
  'company.noMatch': 'Keine Firma hat das in Namen oder ID.',
  'company.lastUsed': 'zuletzt verwendet',
  'company.oddId': 'Diese ID hat nicht die üblichen 24 Zeichen. Sie wird verwendet, wie sie kam.',
  'company.none': 'Der Schlüssel gilt, aber zu ihm gehört keine Firma',
  'company.none.text':
    'Die Liste kam leer zurück: Wer den Schlüssel erzeugt hat, ist in keinem Arbeitsbereich oder wurde daraus entfernt. Bitten Sie einen SuperAdmin um die Aufnahme, oder fügen Sie den Schlüssel eines Mitglieds ein.',

  'headers.text':
    'Eine authentifizierte Anfrage trägt beide. Groß- und Kleinschreibung im Namen eines Headers ist gleichgültig.',
  'headers.copyKey': 'Header x-api-key kopieren',
  'headers.copyCompany': 'Header companyid kopieren',
  'headers.copyBoth': 'Beide Header kopieren',
  'headers.placeholder':
    'Diese Seite hatte den Schlüssel nie, darum steht {placeholder} an seiner Stelle.',
  'headers.which': 'Welcher Aufruf braucht was?',
  'headers.call': 'Aufruf',
  'headers.needs': 'Header',
  'headers.dated': 'Nach dem Stand von AgencyHandys Dokumentation im August 2026.',
  'headers.memberToken': 'mit dem Sitzungstoken eines Mitglieds',
  'headers.sameKey': 'mit demselben Schlüssel',

  'call.companies': 'Schlüssel prüfen',
  'call.roles': 'Rollen auflisten',
  'call.people': 'Leads oder Kunden anlegen',
  'call.order': 'Einen Auftrag aktualisieren',
  'call.mcp': 'MCP-Server',

  'snippets.label': 'Codebeispiele',
  'snippets.call': 'Aufruf',
  'snippets.environment':
    'Die Zugangsdaten kommen aus der Umgebung, damit kein Geheimnis in einer Datei landet. Setzen Sie sie einmal in jedem Terminal:',
  'snippets.setup': 'Umgebung',
  'snippets.copySetup': 'Diese Zeilen kopieren',
  'snippets.copy': 'Codebeispiel kopieren',

  'firstCall.text':
    'Liest mit beiden Headern die Rollen von {company}. Es wird nichts angelegt oder geändert.',
  'firstCall.button': 'Den ersten Aufruf machen',
  'firstCall.running': '{host} wird nach den Rollen gefragt …',
  'firstCall.cancelled': 'Abgebrochen.',
  'firstCall.answered.one': 'Es funktioniert: {count} Rolle kam zurück',
  'firstCall.answered.other': 'Es funktioniert: {count} Rollen kamen zurück',
  'firstCall.answered': 'Es funktioniert: AgencyHandy hat geantwortet',
  'firstCall.notFound': 'AgencyHandy kennt diesen Aufruf nicht (mehr)',
  'firstCall.notFound.text':
    'Die Antwort war 404. Sie beweist nichts gegen Ihren Schlüssel: Der Aufruf steht seit Juli 2026 nicht mehr in der Dokumentation. Die Prüfung des Schlüssels oben gilt weiterhin.',
  'firstCall.unreadable': 'Keine lesbare Antwort',
  'firstCall.unreadable.text':
    'Die Verbindung ist gescheitert, oder die API nimmt den Header companyid von Webseiten nicht an. Was davon, sagt der Browser nicht. Das Codebeispiel „Rollen auflisten“ macht denselben Aufruf in Ihrem Terminal.',
  'firstCall.noKey':
    'Diese Seite hatte den Schlüssel nie und kann darum nichts aufrufen. Das Codebeispiel „Rollen auflisten“ macht denselben Aufruf in Ihrem Terminal.',

  'done.key': 'Die API nimmt Ihren Schlüssel an.',
  'done.reply': 'Die API nimmt Ihren Schlüssel an: Ihre Antwort sagt es.',
  'done.company': 'Aufrufe nennen {company} bei der Firmen-ID, die dieser Browser sich merkt.',
  'done.call': 'Der erste Aufruf mit beiden Headern wurde beantwortet.',
  'done.expires': 'Der Schlüssel gilt bis {date}. Erzeugen Sie vorher einen neuen.',
  'done.guides': 'Anleitungen von AgencyHandy',
  'done.lead': 'Leads anlegen',
  'done.leadNote':
    'AgencyHandy schreibt jeder neuen Person eine E-Mail, wenn der Aufruf nicht {flag} enthält.',
  'done.client': 'Kunden anlegen',
  'done.clientNote':
    'Hier gilt dasselbe. Die E-Mail-Adresse eines Leads macht diesen Lead zum Kunden.',
  'done.order': 'Aufträge aktualisieren',
  'done.orderNote':
    'Die Dokumentation verlangt hier das Sitzungstoken eines Mitglieds, nicht den API-Schlüssel.',

  'forget.text':
    'Diese Seite hat Ihren Schlüssel im Speicher, nur in diesem Tab. Wer sie verlässt oder neu lädt, löscht ihn daraus.',
  'forget.button': 'Schlüssel vergessen',
  'forget.done': 'Vergessen. Nur die Firmen-ID bleibt in diesem Browser gespeichert.',

  'copy.short': 'Kopieren',
  'copy.announce': 'Kopiert.',
  'copy.refused':
    'Der Browser hat das Kopieren nicht erlaubt. Der Text ist ausgewählt: Drücken Sie {keys}.',
  'copy.selected': 'Text zum Kopieren',

  'reminder.button': 'Erinnerung für den Kalender sichern',
  'reminder.hint':
    'Eine Datei für jeden Kalender. Sie enthält das Datum und den Namen der Firma, nicht den Schlüssel.',
  'reminder.summary': 'AgencyHandy-API-Schlüssel von {company} läuft ab',
  'reminder.description':
    'Erzeugen Sie vor diesem Datum einen neuen Schlüssel, und setzen Sie ihn überall ein, wo der alte in Gebrauch ist: Automatisierungen, KI-Assistenten, Server, Skripte. In AgencyHandy: {path}.',
  'reminder.saved': 'Gesichert als {file}.',
};
