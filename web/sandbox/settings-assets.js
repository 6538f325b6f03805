/**
 * Owns what the settings tab loads: its style sheet, its script, its icon. They are text in a module, so
 * that a bundler can fold the whole sandbox into one file.
 */

export const style = `
:root {
  color-scheme: light dark;
  --page: #f5f6f8;
  --card: #ffffff;
  --ink: #1b2130;
  --soft: #545d70;
  --line: #d5d9e2;
  --field: #868fa1;
  --accent: #2f5bd0;
  --on-accent: #ffffff;
  --danger: #b3261e;
  --notice: #fff0c9;
  --notice-ink: #553c00;
  --new: #2b8a57;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171e;
    --card: #1d212b;
    --ink: #e8ebf2;
    --soft: #a8b0c2;
    --line: #343a48;
    --field: #717a8e;
    --accent: #9db8ff;
    --on-accent: #10192f;
    --danger: #ffaba3;
    --notice: #3a2f10;
    --notice-ink: #ffe3a1;
    --new: #6fd39b;
  }
}
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
body {
  margin: 0;
  background: var(--page);
  color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
header {
  padding: .625rem 1.25rem;
  background: var(--notice);
  color: var(--notice-ink);
  font-size: .875rem;
  text-align: center;
}
header p { margin: 0; }
main {
  max-width: 42rem;
  margin: 0 auto;
  padding: 2rem 1.25rem 4rem;
}
nav ol {
  display: flex;
  flex-wrap: wrap;
  margin: 0;
  padding: 0;
  list-style: none;
  color: var(--soft);
  font-size: .8125rem;
}
nav li:not(:last-child)::after { content: "\\2192" / ""; margin: 0 .375rem; }
nav [aria-current] { color: var(--ink); font-weight: 600; }
h1 { margin: .5rem 0 0; font-size: 1.75rem; line-height: 1.2; letter-spacing: -.01em; }
h2 { margin: 0; font-size: 1.0625rem; line-height: 1.35; }
p { margin: .375rem 0 0; text-wrap: pretty; }
.lead { color: var(--soft); }
.card {
  margin-top: 1.25rem;
  padding: 1.25rem;
  border: 1px solid var(--line);
  border-radius: .75rem;
  background: var(--card);
}
.card.new { border-color: var(--new); box-shadow: 0 0 0 1px var(--new); }
.card p { color: var(--soft); }
.card strong { color: var(--ink); }
label { display: block; margin-top: 1rem; font-size: .875rem; font-weight: 600; }
.field { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .25rem; }
input:not([type="hidden"]) {
  flex: 1 1 8rem;
  min-width: 0;
  padding: .5rem .75rem;
  border: 1px solid var(--field);
  border-radius: .5rem;
  background: var(--page);
  color: inherit;
  font: .875rem/1.5 ui-monospace, monospace;
}
form { margin: 1rem 0 0; }
button {
  min-height: 2.75rem;
  padding: .5rem 1.25rem;
  border: 1px solid transparent;
  border-radius: .5rem;
  font: 600 1rem/1.2 system-ui, sans-serif;
  cursor: pointer;
}
.primary { background: var(--accent); color: var(--on-accent); }
.danger { border-color: currentColor; background: transparent; color: var(--danger); }
.quiet { border-color: var(--field); background: transparent; color: var(--ink); }
button:hover { text-decoration: underline; text-underline-offset: .2em; }
:focus-visible { outline: .1875rem solid var(--accent); outline-offset: .125rem; }
a { color: var(--accent); }
#copied:empty { display: none; }
`;

export const script = `
const field = document.querySelector('#key');
const button = document.querySelector('#copy');
const status = document.querySelector('#copied');

const copy = async () => {
  try {
    await navigator.clipboard.writeText(field.value);
    status.textContent = 'Copied.';
  } catch {
    field.select();
    status.textContent = 'Selected. Press Ctrl+C or \\u2318C to copy.';
  }
};

if (field && button) {
  button.hidden = false;
  button.addEventListener('click', copy);
  field.addEventListener('focus', () => field.select());
}
`;

export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="8" fill="#2f5bd0"/>
<g fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">
<circle cx="11" cy="16" r="4.5"/><path d="M15.500 16H25v4M20.500 16v3"/></g></svg>
`;
