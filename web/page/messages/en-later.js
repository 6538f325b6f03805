/** Owns every word in English that a person meets only after the first action. As en.js in form. */
export default {
  'ask.text':
    'Hello! I am connecting a tool to our AgencyHandy workspace and need an API key, which only a SuperAdmin or Admin can make: {path}. If a key exists already, please talk to me before pressing {regenerate}: the old key stops working at that moment. Please share the key through a password manager, not by e-mail or chat. Thank you!',
  'ask.copy': 'Copy this request',

  'workspace.foreign':
    '{host} is not an agencyhandy.com address. Open it only if it is your own domain: a copied sign-in page could ask you for a password.',
  'workspace.moveKey': 'Move it to the API key field',

  'reason.workspace_empty': 'Type the name of your workspace, or paste an address of it.',
  'reason.workspace_too_long': 'This is longer than any workspace address.',
  'reason.workspace_name_short': 'A workspace name has 3 characters or more.',
  'reason.workspace_name_characters':
    'A workspace name has only lower-case letters, digits and hyphens.',
  'reason.workspace_name_hyphen':
    'In a workspace name, a hyphen stands between letters or digits, never first or last.',
  'reason.workspace_is_key':
    'This looks like an API key, not like a workspace. It was not made into a link and was sent nowhere.',
  'reason.workspace_www':
    'No workspace lives at a www address. Take the address that you see after signing in, such as {address}.',
  'reason.workspace_apex':
    'A workspace lives at a sub-domain, never at the bare domain. Take the address that you see after signing in, such as {address}.',
  'reason.workspace_app':
    'app.agencyhandy.com is where everyone signs in. Take the address that you see after that, such as {address}.',
  'reason.workspace_api':
    'api.agencyhandy.com answers programs and has no settings. Take the address that you see after signing in, such as {address}.',
  'reason.workspace_scheme': 'A workspace address begins with https.',
  'reason.workspace_credentials':
    'This address holds a user name or password, which no link should. Take out everything up to the @.',
  'reason.workspace_host': 'A workspace cannot live at this address. Check it for typing errors.',
  'reason.key_missing': 'Paste the key first.',
  'reason.key_empty': 'Paste the key first.',
  'reason.key_too_long': 'This is longer than any key: 4,096 characters is the limit.',
  'reason.key_bad_character':
    'Character {position} ({codePoint}) cannot be part of a key. Nothing was sent. Copy the key again.',
  'reason.reply_empty': 'Paste the reply of the command first.',
  'reason.reply_html':
    'This is a web page, not a reply of the API. Check that the command ran against the right address.',
  'reason.reply_not_json':
    'This is not the whole reply. Copy everything from the first { to the last }.',
  'reason.reply_error':
    'The API answered with an error (status {status}) instead of the companies.',
  'reason.reply_error.unknown': 'The API answered with an error instead of the companies.',
  'reason.reply_error.401':
    'The API does not accept the key (401): it is wrong, was replaced by a newer one, has expired, or was deleted. Make a new one.',
  'reason.reply_error.403':
    'The API does not allow this (403): check the role of the key’s maker, their membership and the subscription.',
  'reason.reply_no_companies':
    'This has no list of companies. Is it the reply of the command above?',
  'reason.other': 'This cannot be used. Check it and try again.',
  'reason.otherWhere': 'This is not what the API sends: the first difference is at {where}.',
  'reason.company_unknown': 'This company is not in the list that came back.',
  'reason.company_id_empty': 'This company has no id, so no call can name it.',
  'reason.company_id_too_long': 'The id of this company is too long to be sent.',
  'reason.company_id_bad_character':
    'The id of this company holds a character that cannot be sent in a header.',

  'generate.noneText':
    'Press {generate}, then copy the key right away. AgencyHandy shows it only this once.',
  'generate.existsText':
    'If it is saved somewhere, use that one. {regenerate} makes a new key and ends the old one in the same moment; the two never overlap.',
  'generate.plan':
    'Has it leaked? Regenerate now, repair afterwards. Is there time? Prepare every place first.',
  'generate.places': 'Where the old key may still be in use',
  'generate.place.automation': 'automations: {tools}',
  'generate.place.assistant': 'AI assistants: the MCP settings of {tools}',
  'generate.place.server': 'servers: environment variables, CI secrets, containers',
  'generate.place.script': 'scripts, spreadsheets and API collections of colleagues',
  'generate.understood': 'I understand that the old key stops working at once',

  'key.verifying': 'Checking the key with {host}…',
  'key.cancel': 'Cancel',
  'key.cancelled': 'Cancelled. What you typed is still there.',
  'key.verified': 'Verified: {company}',
  'key.replyRead': 'The reply was read: {company}',
  'key.expires': 'It is valid until {date}.',
  'key.choose.other': 'Verified. The key can use {count} companies: choose one.',

  'note.trimmed': 'White space around the key was left out.',
  'note.bearer_prefix': 'The word “Bearer” before the key was left out.',
  'note.header_name_prefix': 'The header name before the key was left out.',
  'note.quoted': 'The quotation marks around the key were left out.',
  'note.zero_width': 'Invisible characters in the key were left out.',
  'note.not_jwt': 'A key usually has three parts with dots between them; this one does not.',
  'note.truncated': 'It looks cut off. Copying it again may help.',
  'note.placeholder': 'It looks like a placeholder from a sample, not like a real key.',
  'note.looks_like_company_id': 'It looks like a Company ID. The key is another, longer text.',
  'note.expired': 'By its own date it has expired.',
  'note.expiredOn': 'By its own date it expired on {date}.',
  'note.short_lived':
    'It is valid only briefly, as a sign-in token is. The API key may be another.',

  'failure.keyRejected': 'AgencyHandy does not accept this key',
  'failure.keyRejected.text':
    'The answer was 401: the key is wrong or incomplete, was replaced when somebody pressed {regenerate}, has expired, or was deleted. The API does not say which.',
  'failure.keyRejected.next':
    'A key that was replaced cannot be brought back. Make a new one in the settings and paste it here.',
  'failure.forbidden': 'AgencyHandy does not allow this request',
  'failure.forbidden.text':
    'The answer was 403. Usual reasons: the person who made the key is no longer SuperAdmin or Admin, has left the workspace, or the subscription has ended.',
  'failure.rateLimited': 'Too many requests at the moment',
  'failure.rateLimited.text':
    'The answer was 429, which says nothing about the key. Wait a minute, then try again.',
  'failure.rateLimited.wait.one':
    'The answer was 429, which says nothing about the key. Try again after {count} second.',
  'failure.rateLimited.wait.other':
    'The answer was 429, which says nothing about the key. Try again after {count} seconds.',
  'failure.redirect': 'The address answered with a redirect',
  'failure.redirect.text':
    'It was not followed, so the key went nowhere else. Nothing is known about the key.',
  'failure.html': 'The answer did not come from the API',
  'failure.html.text':
    'Something other than data came back. A network sign-in page may stand in between, or the API has another address. Nothing is known about the key.',
  'failure.notFound': 'There is nothing at this address',
  'failure.notFound.text': 'The answer was 404. Nothing is known about the key.',
  'failure.prefix': 'Some public sources put {prefix} before every path.',
  'failure.server': 'AgencyHandy has a problem of its own',
  'failure.server.text':
    'The answer was {status}, which says nothing about the key. It is kept: try again in a moment.',
  'failure.slow': 'No answer in time',
  'failure.slow.text':
    'Not even requests without the key were answered. Nothing is known about the key; it is kept. Try again.',
  'failure.timeout': 'No answer in time',
  'failure.timeout.text':
    'The request was given up. Nothing is known about the key; it is kept. Try again.',
  'failure.lost': 'The connection broke off in the middle of the answer',
  'failure.lost.text': 'Nothing is known about the key; it is kept. Try again.',
  'failure.malformed': 'The answer is not what the guide describes',
  'failure.malformed.text':
    'AgencyHandy answered, but not with the list of companies that was expected. Nothing more is known about the key.',
  'failure.malformed.where': 'The first difference is at {where}.',
  'failure.unrecognised': 'This answer is not known to the page',
  'failure.unrecognised.text': 'Its status was {status}. Nothing is known about the key.',
  'failure.internal': 'Something went wrong inside this page',
  'failure.internal.text': 'What you typed is kept. Try again, or reload the page.',
  'failure.checking': 'No readable answer',
  'failure.checking.text': 'Finding out why, by two requests without the key…',
  'failure.offline': 'This device is offline',
  'failure.offline.text':
    'The browser has no network. The key is kept: try again once you are connected.',
  'failure.unreachable': 'The API cannot be reached from here',
  'failure.unreachable.text':
    'The browser is online, yet not even a request without the key got through to {host}. A blocker, VPN or firewall may stand in between, or the server is down. Nothing is known about the key.',
  'failure.closed': 'The API answers, but web pages may not read it',
  'failure.closed.text':
    '{host} is up, and the browser withholds its answer from this page (CORS). A refused key can look exactly the same, so nothing is known about the key.',
  'failure.headerRefused': 'The API answers web pages, but not this request',
  'failure.headerRefused.text':
    'Either {host} does not take the {header} header from web pages, or it refused the key in a way that pages may not read. From here the two look the same.',
  'failure.viaCommand':
    'There is no proxy here, on purpose. Run one command in your own terminal and paste its reply below.',
  'failure.policy': 'This page is set up wrongly',
  'failure.policy.text':
    'Its own security policy stopped the request to {host}. Whoever hosts it must name that address in connect-src.',

  'action.retry': 'Try again',
  'action.newKey': 'Make a new key',
  'action.command': 'Use a command instead',
  'action.prefix': 'Try once with {prefix}',

  'reply.environment':
    'In your own terminal, type the key. It is not shown and stays out of the history.',
  'reply.command': 'Run this: the same request that this page would send.',
  'reply.copyEnvironment': 'Copy the first line',
  'reply.copyCommand': 'Copy the command',
  'reply.paste': 'Paste what it prints. It holds no key.',
  'reply.label': 'API reply',
  'reply.use': 'Use this reply',

  'company.legend': 'Company',
  'company.single': 'The key belongs to one company, so there is nothing to choose.',
  'company.id': 'Company ID',
  'company.stored': 'Stored in this browser, as the guide asks. It is no secret.',
  'company.filter': 'Filter companies',
  'company.shown': 'Showing {shown} of {count}. Type to find others.',
  'company.noMatch': 'No company has this in its name or id.',
  'company.lastUsed': 'used last time',
  'company.oddId': 'This id is not of the usual 24 characters. It is used as it came.',
  'company.none': 'The key works, but no company belongs to it',
  'company.none.text':
    'The list came back empty: the person who made the key is in no workspace, or was removed from it. Ask a SuperAdmin to add them, or paste a key made by a member.',

  'headers.text':
    'An authenticated request carries both. The case of a header’s name does not matter.',
  'headers.copyKey': 'Copy x-api-key header',
  'headers.copyCompany': 'Copy companyid header',
  'headers.copyBoth': 'Copy both headers',
  'headers.placeholder': 'This page never had the key, so {placeholder} stands in its place.',
  'headers.which': 'Which call needs which?',
  'headers.call': 'Call',
  'headers.needs': 'Headers',
  'headers.dated': 'As AgencyHandy’s docs stood in August 2026.',
  'headers.memberToken': 'with a member’s session token',
  'headers.sameKey': 'with this same key',

  'call.companies': 'Check key',
  'call.roles': 'List roles',
  'call.people': 'Create leads or clients',
  'call.order': 'Update an order',
  'call.mcp': 'MCP server',

  'snippets.label': 'Snippets',
  'snippets.call': 'Call',
  'snippets.environment':
    'The credentials come from the environment, so that no secret ends up in a file. Set them once in each terminal:',
  'snippets.setup': 'Environment',
  'snippets.copySetup': 'Copy these lines',
  'snippets.copy': 'Copy snippet',

  'firstCall.text':
    'Reads the roles of {company} with both headers. Nothing is created or changed.',
  'firstCall.button': 'Make the first call',
  'firstCall.running': 'Asking {host} for the roles…',
  'firstCall.cancelled': 'Cancelled.',
  'firstCall.answered.one': 'It works: {count} role came back',
  'firstCall.answered.other': 'It works: {count} roles came back',
  'firstCall.answered': 'It works: AgencyHandy answered',
  'firstCall.notFound': 'AgencyHandy does not know this call (any more)',
  'firstCall.notFound.text':
    'The answer was 404. It proves nothing against your key: the call left the docs in July 2026. The check of the key above still stands.',
  'firstCall.unreadable': 'No readable answer',
  'firstCall.unreadable.text':
    'The connection failed, or the API does not take the companyid header from web pages. The browser does not say which. The snippet “List roles” makes the same call from your terminal.',
  'firstCall.noKey':
    'This page never had the key, so it cannot call. The snippet “List roles” makes the same call from your terminal.',

  'done.key': 'The API accepts your key.',
  'done.reply': 'The API accepts your key: its reply says so.',
  'done.company': 'Calls name {company} by its Company ID, which this browser remembers.',
  'done.call': 'The first call with both headers was answered.',
  'done.expires': 'The key is valid until {date}. Make a new one before that.',
  'done.guides': 'AgencyHandy’s guides',
  'done.lead': 'Create leads',
  'done.leadNote': 'AgencyHandy mails every new person unless the call says {flag}.',
  'done.client': 'Create clients',
  'done.clientNote': 'The same holds here. The e-mail of a lead turns that lead into a client.',
  'done.order': 'Update orders',
  'done.orderNote': 'The docs ask for a member’s session token here, not for the API key.',

  'forget.text':
    'This page has your key in memory, in this tab alone. Leaving or reloading forgets it.',
  'forget.button': 'Forget key',
  'forget.done': 'Forgotten. Only the Company ID stays stored in this browser.',

  'copy.short': 'Copy',
  'copy.announce': 'Copied.',
  'copy.refused': 'The browser did not allow copying. The text is selected: press {keys}.',
  'copy.selected': 'Text to copy',

  'reminder.button': 'Save a calendar reminder',
  'reminder.hint':
    'A file for any calendar. It holds the date and the name of the company, not the key.',
  'reminder.summary': 'AgencyHandy API key of {company} expires',
  'reminder.description':
    'Make a new key before this date, then put it everywhere the old one is used: automations, AI assistants, servers, scripts. In AgencyHandy: {path}.',
  'reminder.saved': 'Saved as {file}.',
};
