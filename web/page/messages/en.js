/**
 * Owns every word of the page's first view in English. Flat: one key, one text. `{name}` is a place for
 * a value; a key that ends in a plural category (`.one`, `.other`, …) belongs to a counted message.
 */
export default {
  'page.eyebrow': 'Unofficial guide to the AgencyHandy API',
  'page.title': 'From no key to your first API call',
  'page.lead':
    'Get an API key, find your Company ID and see both work, with real requests to the real API.',
  'page.footer':
    'Unofficial: neither made nor endorsed by AgencyHandy. Open source, and yours to host.',
  'page.language': 'Language',
  'page.documentTitle': 'AgencyHandy API: from no key to your first call',

  'fact.role': 'You need',
  'fact.role.text': 'the role SuperAdmin or Admin',
  'fact.time': 'It takes',
  'fact.time.text': 'about two minutes',
  'fact.key': 'Your key goes',
  'fact.key.text': 'only to {host}',
  'fact.key.host': 'to {api}, and to the page around: {host}',

  'host.frame':
    'You are in a frame of {host}. That page learns when you are done and the Company ID, never the key.',
  'host.inline':
    'This page, {host}, receives your key. Go on only if you trust it with all that the key allows.',

  'ask.summary': 'Not a SuperAdmin or Admin? Ask someone who is',

  'sandbox.title': 'This is a rehearsal.',
  'sandbox.text':
    'The page talks to the sandbox at {origin}, not to AgencyHandy. Nothing here touches a real workspace.',

  'load.title': 'This page could not start',
  'load.text': 'A part of it (WebAssembly) did not load. Nothing was sent anywhere.',
  'load.again': 'Load again',

  'step.done': 'done',

  'workspace.title': 'Open your API key settings',
  'workspace.label': 'Workspace',
  'workspace.hint': 'Its name or any address of it, such as {name} or {address}',
  'workspace.preview': 'Your link',
  'workspace.open': 'Open API key settings',
  'workspace.newTab': 'Opens a new tab.',
  'workspace.sandbox': 'In this rehearsal the button opens the settings of the sandbox instead.',
  'workspace.byHand':
    'By hand: {path}. If that menu is missing, your role is not SuperAdmin or Admin.',

  'generate.title': 'Generate the key',
  'generate.question': 'What do you see in the API Key tab?',
  'generate.none': 'No key yet',
  'generate.exists': 'A key exists',

  'key.title': 'Paste the key',
  'key.label': 'API key',
  'key.hint': 'Pasting checks it at once, by one read-only request to {host}.',
  'key.show': 'Show',
  'key.showLabel': 'Show the key',
  'key.hide': 'Hide',
  'key.hideLabel': 'Hide the key',
  'key.verify': 'Verify key',
  'key.tip':
    'Tip: save it in a password manager too. AgencyHandy will not show it again, and this page forgets it when you leave.',

  'reply.summary': 'Rather run a command than paste the key here?',

  'company.title': 'Your company',
  'company.later': 'The API names it once the key is verified.',

  'headers.title': 'Copy both headers',
  'headers.later': 'What every request carries, ready to copy.',

  'snippets.title': 'Take it to your terminal',
  'snippets.later': 'The same calls as commands, without a secret in them.',

  'firstCall.title': 'Make the first call',
  'firstCall.later': 'Key and Company ID together, read only.',

  'done.title': 'What works now',
  'done.later': 'And where to go from here.',

  'part.title': 'A part of this page did not load',
  'part.text': 'What you typed is still here, and nothing was sent. Check your connection.',
};
