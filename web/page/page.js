/** Owns the start of the page: it defines the element that the HTML already holds, and follows its language. */

import { createMount } from './element/mount.js';
import { followLanguage, linkStyles } from './element/own-document.js';
import { defineElement } from './onboarding-element.js';

followLanguage();
defineElement({ inline: () => createMount({ addStyles: linkStyles }) });
