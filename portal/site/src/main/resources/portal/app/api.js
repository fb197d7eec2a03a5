/** The API, and what can come of calling it. */
import { Problem, reach, settings } from './servers.js';
import { renew, SignedOut, token } from './sign-in.js';
import { language } from './texts.js';

/** Fired on the document when the user has to sign in again. */
export const SIGN_IN_EXPIRED = 'sign-in-expired';

export function get(path, parameters = {}, signal) {
  const query = new URLSearchParams(
    Object.entries(parameters).filter(([, value]) => value !== undefined)
  );
  return call('GET', query.size ? `${path}?${query}` : path, { signal });
}

/** `key` names the request, so that a repeat is known as one. */
export function post(path, body, key) {
  return call('POST', path, { body, key });
}

/** Sends a document as it is. */
export function postXml(path, xml) {
  return call('POST', path, { body: xml, type: 'application/xml' });
}

export function put(path, body) {
  return call('PUT', path, { body });
}

/** Ends something; `status` says whether it is done (204) or goes on (202). */
export function remove(path) {
  return call('DELETE', path);
}

/** Part of a path. */
export const segment = encodeURIComponent;

async function call(method, path, options = {}) {
  try {
    const first = await send(method, path, options, await token());
    const answer = first.status === 401 ? await send(method, path, options, await renew()) : first;
    return await read(answer);
  } catch (failure) {
    if (failure instanceof SignedOut || failure.status === 401) {
      document.dispatchEvent(new CustomEvent(SIGN_IN_EXPIRED));
    }
    throw failure;
  }
}

function send(method, path, { body, type, key, signal }, bearer) {
  const headers = { authorization: `Bearer ${bearer}`, 'accept-language': language() };
  if (body) {
    headers['content-type'] = type ?? 'application/json';
  }
  if (key) {
    headers['idempotency-key'] = key;
  }
  return reach(settings.api + path, {
    method,
    headers,
    body: type ? body : body && JSON.stringify(body),
    signal,
  });
}

async function read(answer) {
  const isEmpty = answer.status === 202 || answer.status === 204;
  const isJson = /json/.test(answer.headers.get('content-type') ?? '') && !isEmpty;
  const body = isJson ? await answer.json() : { status: answer.status };
  if (!answer.ok) {
    throw new Problem(answer.status, body);
  }
  return body;
}
