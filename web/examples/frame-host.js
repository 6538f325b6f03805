/** A host page in the default mode: it learns the Company ID and that all is done, never the key. */

import 'agencyhandy-onboarding/element';

const onboarding = document.querySelector('agencyhandy-onboarding');
const output = document.querySelector('output');

onboarding?.addEventListener('done', ({ detail }) => {
  if (output) output.value = `Company ID: ${detail.companyId}`;
});
onboarding?.addEventListener('error', ({ message }) => {
  if (output) output.value = message;
});
