/** Where the portal begins: what has to be known first, then the shell around all pages. */
import { loadSettings } from './servers.js';
import { preferredLanguage, useLanguage } from './texts.js';
import './shell.js';

const shell = document.querySelector('portal-shell');
try {
  await Promise.all([loadSettings(), useLanguage(preferredLanguage())]);
  await shell.start();
} catch (failure) {
  shell.fail(failure);
}
