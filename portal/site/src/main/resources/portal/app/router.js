/**
 * Which page an address shows. Addresses stand behind the `#`, so that the server needs to know
 * none of them, and none of them meets a path of the API.
 */
import { reach } from './servers.js';

/** A page's element has the name of its file in `pages/`. */
const ROUTES = [
  ['', 'home-page'],
  ['customers', 'customers-page'],
  ['customers/missing', 'missing-customer-page'],
  ['customers/groups/:groupId', 'group-page'],
  ['challenges/:challengeId', 'challenge-page'],
  ['relationships', 'relationships-page'],
  ['relationships/:legalEntityId', 'relationship-page'],
  ['tickets', 'tickets-page'],
  ['tickets/:number', 'ticket-page'],
  ['invoices', 'invoices-page'],
  ['practice', 'practice-page'],
  ['practice/challenge', 'practice-challenge-page'],
  ['notices', 'notices-page'],
  ['desk', 'desk-page'],
  ['desk/feeds', 'feeds-page'],
  ['desk/customers/:legalEntityId', 'customer-settings-page'],
  ['desk/customers/:legalEntityId/feed', 'feed-page'],
  ['desk/:number', 'case-page'],
  ['account', 'account-page'],
  ['help', 'help-page'],
];

/** What the address asks for: the page, the parts of its path, and its query. */
export function route(hash = location.hash) {
  const [path, query] = hash.replace(/^#?\/?/, '').split('?');
  const parts = path.split('/').filter((part, index, all) => part !== '' || all.length === 1);
  for (const [pattern, page] of ROUTES) {
    const params = match(pattern.split('/'), parts);
    if (params) {
      return { page, params, query: Object.fromEntries(new URLSearchParams(query)) };
    }
  }
  return { page: 'unknown-page', params: {}, query: {} };
}

function match(pattern, parts) {
  if (pattern.length !== parts.length) {
    return undefined;
  }
  const params = {};
  const fits = pattern.every((wanted, index) => {
    if (!wanted.startsWith(':')) {
      return wanted === parts[index];
    }
    params[wanted.slice(1)] = decoded(parts[index]);
    return true;
  });
  return fits ? params : undefined;
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a page: `href('customers', 'groups', id)`, with the query as an object at the end. */
export function href(...parts) {
  const query = typeof parts.at(-1) === 'object' ? new URLSearchParams(parts.pop()) : undefined;
  const path = `#/${parts.map(encodeURIComponent).join('/')}`;
  return query?.size ? `${path}?${query}` : path;
}

export function go(...parts) {
  location.hash = href(...parts);
}

/** Loads a page's module, and makes its element. */
export async function open({ page, params, query }) {
  await load(new URL(`./pages/${page}.js`, import.meta.url));
  const element = document.createElement(page);
  element.params = params;
  element.query = query;
  return element;
}

async function load(module) {
  try {
    await import(module);
  } catch (failed) {
    // The browser does not say whether there was a way to the server.
    await reach(module, { cache: 'no-store' });
    throw failed;
  }
}
