/** Owns the start of the page: it defines the element that the HTML already holds. */

import { createMount } from './element/mount.js';
import { linkStyles } from './element/own-styles.js';
import { defineElement } from './onboarding-element.js';

defineElement({ inline: () => createMount({ addStyles: linkStyles }) });
