/** A host page that the person trusts with the key: it uses it in memory, and shows only that it has it. */

import 'agencyhandy-onboarding/element';

const onboarding = document.querySelector('agencyhandy-onboarding');
const output = document.querySelector('output');

onboarding?.addEventListener('credentials', ({ detail: { apiKey, companyId } }) => {
  const headers = new Headers({ 'x-api-key': apiKey, companyid: companyId });
  const names = [...headers.keys()].join(' and ');
  if (output) output.value = `Ready to call with ${names}`;
});
