/** Owns every word of the page's first view in German. key: Schlüssel; company: Firma; workspace: Arbeitsbereich; settings: Einstellungen; header: Header; request: Anfrage; call: Aufruf. Addressed as Sie. */
export default {
  'page.eyebrow': 'Inoffizielle Anleitung zur AgencyHandy-API',
  'page.title': 'Ohne Schlüssel zum ersten API-Aufruf',
  'page.lead':
    'Holen Sie sich einen API-Schlüssel, finden Sie Ihre Firmen-ID und sehen Sie beide arbeiten, mit echten Anfragen an die echte API.',
  'page.footer':
    'Inoffiziell: von AgencyHandy weder gemacht noch gebilligt. Quelloffen, und auch von Ihnen selbst zu betreiben.',
  'page.language': 'Sprache',
  'page.documentTitle': 'AgencyHandy-API: ohne Schlüssel zum ersten Aufruf',

  'fact.role': 'Sie brauchen',
  'fact.role.text': 'die Rolle SuperAdmin oder Admin',
  'fact.time': 'Es dauert',
  'fact.time.text': 'etwa zwei Minuten',
  'fact.key': 'Ihr Schlüssel geht',
  'fact.key.text': 'nur an {host}',
  'fact.key.host': 'an {api} und an die Seite ringsum: {host}',
  'host.frame':
    'Dies ist ein Rahmen in {host}. Jene Seite erfährt, wann Sie fertig sind, und die Company ID, nie den Schlüssel.',
  'host.inline':
    'Diese Seite, {host}, erhält Ihren Schlüssel. Fahren Sie nur fort, wenn Sie ihr alles anvertrauen, was der Schlüssel erlaubt.',

  'ask.summary': 'Weder SuperAdmin noch Admin? Bitten Sie jemanden mit dieser Rolle',

  'sandbox.title': 'Dies ist eine Probe.',
  'sandbox.text':
    'Die Seite spricht mit der Sandbox unter {origin}, nicht mit AgencyHandy. Nichts hier berührt einen echten Arbeitsbereich.',

  'load.title': 'Diese Seite konnte nicht starten',
  'load.text': 'Ein Teil davon (WebAssembly) wurde nicht geladen. Es wurde nichts gesendet.',
  'load.again': 'Erneut laden',

  'step.done': 'erledigt',

  'workspace.title': 'Öffnen Sie Ihre API-Schlüssel-Einstellungen',
  'workspace.label': 'Arbeitsbereich',
  'workspace.hint': 'Sein Name oder eine beliebige Adresse davon, etwa {name} oder {address}',
  'workspace.preview': 'Ihr Link',
  'workspace.open': 'API-Schlüssel-Einstellungen öffnen',
  'workspace.newTab': 'Öffnet einen neuen Tab.',
  'workspace.sandbox':
    'In dieser Probe öffnet die Schaltfläche stattdessen die Einstellungen der Sandbox.',
  'workspace.byHand':
    'Von Hand: {path} (Einstellungen → Arbeitsbereich konfigurieren → API-Schlüssel). Fehlt dieses Menü, ist Ihre Rolle weder SuperAdmin noch Admin.',

  'generate.title': 'Erzeugen Sie den Schlüssel',
  'generate.question': 'Was sehen Sie im Tab für den API-Schlüssel?',
  'generate.none': 'Noch kein Schlüssel',
  'generate.exists': 'Es gibt einen Schlüssel',

  'key.title': 'Fügen Sie den Schlüssel ein',
  'key.label': 'API-Schlüssel',
  'key.hint':
    'Beim Einfügen wird er sofort geprüft, mit einer einzigen lesenden Anfrage an {host}.',
  'key.show': 'Zeigen',
  'key.showLabel': 'Schlüssel zeigen',
  'key.hide': 'Verbergen',
  'key.hideLabel': 'Schlüssel verbergen',
  'key.verify': 'Schlüssel prüfen',
  'key.tip':
    'Tipp: Speichern Sie ihn auch in einem Passwortmanager. AgencyHandy zeigt ihn nicht noch einmal, und diese Seite vergisst ihn, wenn Sie gehen.',

  'reply.summary': 'Lieber einen Befehl ausführen, statt den Schlüssel hier einzufügen?',

  'company.title': 'Ihre Firma',
  'company.later': 'Die API nennt sie, sobald der Schlüssel geprüft ist.',

  'headers.title': 'Kopieren Sie beide Header',
  'headers.later': 'Was jede Anfrage trägt, fertig zum Kopieren.',

  'snippets.title': 'Weiter in Ihrem Terminal',
  'snippets.later': 'Dieselben Aufrufe als Befehle, ohne ein Geheimnis darin.',

  'firstCall.title': 'Machen Sie den ersten Aufruf',
  'firstCall.later': 'Schlüssel und Firmen-ID zusammen, nur lesend.',

  'done.title': 'Was jetzt funktioniert',
  'done.later': 'Und wie es weitergeht.',

  'part.title': 'Ein Teil dieser Seite wurde nicht geladen',
  'part.text':
    'Ihre Eingaben sind noch da, und es wurde nichts gesendet. Prüfen Sie Ihre Verbindung.',
};
