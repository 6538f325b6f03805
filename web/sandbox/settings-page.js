/**
 * Owns the words and the HTML of the settings tab. Does not own its look (settings-assets.js) or its rules
 * (settings-routes.js). Works without JavaScript; the script adds Copy.
 */

import { html } from 'hono/html';

/** @param {unknown} content The page's main part, as made by `html`. */
const layout = (content) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>API Key · Workspace Config · Sandbox</title>
    <link rel="icon" href="/workspace-config/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/workspace-config/style.css">
    <script type="module" src="/workspace-config/script.js"></script>
  </head>
  <body>
    <header>
      <p><strong>Sandbox:</strong> stands in for AgencyHandy, nothing here is real</p>
    </header>
    <main>
      <nav aria-label="Breadcrumb">
        <ol>
          <li>Settings</li>
          <li>Workspace Config</li>
          <li aria-current="page">API Key</li>
        </ol>
      </nav>
      <h1>API Key</h1>
      ${content}
    </main>
  </body>
</html>
`;

/** @param {string} key */
const newKeyCard = (key) => html`<section class="card new" aria-labelledby="new-key">
        <h2 id="new-key">Your new key is ready</h2>
        <p id="once">Copy it now. AgencyHandy will not display it again after you leave this page.</p>
        <label for="key">API key</label>
        <div class="field">
          <input id="key" value="${key}" readonly autocomplete="off" spellcheck="false"
            aria-describedby="once">
          <button type="button" id="copy" class="quiet" hidden>Copy</button>
        </div>
        <p id="copied" role="status"></p>
      </section>`;

const hiddenKeyCard = () => html`<section class="card" aria-labelledby="hidden-key">
        <h2 id="hidden-key">A key exists</h2>
        <p>It was shown when it was made. AgencyHandy will not display it again.</p>
      </section>`;

/** @param {string} token */
const generateCard = (token) => html`<section class="card" aria-labelledby="no-key">
        <h2 id="no-key">No key yet</h2>
        <p>The key is shown once, on the next page. Have a safe place for it ready.</p>
        ${pressForm(token, 'Generate')}
      </section>`;

/** @param {string} token */
const regenerateCard = (token) => html`<section class="card" aria-labelledby="regenerate">
        <h2 id="regenerate">Lost it, or has it leaked?</h2>
        <p id="warning">Regenerate makes a new key.
          <strong>The old key stops working at once</strong>, everywhere it is used.</p>
        ${pressForm(token, 'Regenerate')}
      </section>`;

/**
 * @param {string} token
 * @param {'Generate' | 'Regenerate'} label
 */
const pressForm = (token, label) => html`<form method="post" action="/workspace-config?tab=api-key">
          <input type="hidden" name="token" value="${token}">
          <button class="${label === 'Generate' ? 'primary' : 'danger'}"${
            label === 'Generate' ? '' : html` aria-describedby="warning"`
          }>${label}</button>
        </form>`;

/**
 * The API Key tab.
 *
 * @param {object} view
 * @param {string} view.token Proves that a press came from this page.
 * @param {boolean} view.keyExists
 * @param {string} [view.newKey] The key to show, this one time.
 */
export const settingsPage = ({ token, keyExists, newKey }) =>
  layout(html`<p class="lead">An API key lets a program act for you here. Treat it like a password.</p>
      ${newKey === undefined ? (keyExists ? hiddenKeyCard() : '') : newKeyCard(newKey)}
      ${keyExists ? regenerateCard(token) : generateCard(token)}`);

/** What another site's form gets to see. */
export const refusalPage = () =>
  layout(html`<section class="card">
        <h2>Nothing was changed</h2>
        <p>The request did not come from this page, so the key was left alone.
          <a href="/workspace-config?tab=api-key">Open the API Key tab</a></p>
      </section>`);
